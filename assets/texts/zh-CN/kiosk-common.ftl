# 终端各屏共用：下方按钮、页眉提醒
kiosk-bar-home = 首页
kiosk-bar-back = 返回
kiosk-bar-large = 大字
kiosk-bar-voice = 语音
kiosk-bar-low = 低位
kiosk-bar-contrast = 清晰
kiosk-bar-help = 请人帮忙
kiosk-banner-offline = 网络断了，正在重连
kiosk-banner-paper = 没有纸了，请拍下号码
kiosk-ok = 我知道了
kiosk-seconds = { $count } 秒

# 一分钟没有人碰屏幕
kiosk-still-question = 您还在吗？
kiosk-still-button = 我还在，继续
