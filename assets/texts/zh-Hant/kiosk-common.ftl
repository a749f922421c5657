# 終端各屏共用：下方按鈕、頁眉提醒
kiosk-bar-home = 首頁
kiosk-bar-back = 返回
kiosk-bar-large = 大字
kiosk-bar-voice = 語音
kiosk-bar-low = 低位
kiosk-bar-contrast = 清晰
kiosk-bar-help = 請人幫忙
kiosk-banner-offline = 網路斷了，正在重連
kiosk-banner-paper = 沒有紙了，請拍下號碼
kiosk-ok = 我知道了
kiosk-seconds = { $count } 秒

# 一分鐘沒有人碰螢幕
kiosk-still-question = 您還在嗎？
kiosk-still-button = 我還在，繼續
