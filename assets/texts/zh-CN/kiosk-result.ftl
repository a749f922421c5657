# 取到号以后
kiosk-result-done = 取号成功 · { $service }
kiosk-result-ahead = 前面还有
kiosk-result-ahead-count = { $count } 位
kiosk-result-ahead-none = 就到您了
kiosk-result-wait = 大约等候
kiosk-result-wait-range = { $low }–{ $high } 分
kiosk-result-wait-about = { $high } 分
kiosk-result-wait-soon = 马上
kiosk-result-wait-unknown = 稍等
kiosk-result-counter = 请在 **{ $counter } 号窗口** 附近坐一坐，叫到会有语音
kiosk-result-counters = 请在 **{ $first }–{ $last } 号窗口** 附近坐一坐，叫到会有语音
kiosk-result-counter-list = 请在 **{ $counters } 号窗口** 附近坐一坐，叫到会有语音
kiosk-result-seat = 请在大厅坐一坐，叫到会有语音
kiosk-result-phone = 手机看排队
kiosk-result-phone-hint =
    扫一扫，快到时提醒您。
    不用下载，不用登录。
kiosk-result-qr = 手机看排队的二维码
kiosk-result-printing = 小票正在打印，请取走
kiosk-result-printed = 小票已打好，请取走
kiosk-result-photo = 请用手机拍下这个号码
kiosk-result-photo-why = 小票暂时打不了，号码一样有效。没有手机？请记住它。
kiosk-result-photo-scan = 扫码还能用手机看排队
kiosk-result-unsure = 小票没打全？号码有效

# 小票
kiosk-slip-ahead = 前面还有 { $count } 位
kiosk-slip-next = 下一位就是您
kiosk-slip-wait = 大约等候
kiosk-slip-wait-range = { $low }–{ $high } 分钟
kiosk-slip-wait-about = { $high } 分钟
kiosk-slip-taken = 取号时间
kiosk-slip-counter = 办理窗口
kiosk-slip-counters = { $counters } 号
kiosk-slip-bring = 请带好
kiosk-slip-qr = 扫一扫，手机看排队
kiosk-slip-priority = 优先
kiosk-slip-priority-yes = 是
kiosk-slip-footer = 听到叫号请到窗口，过号请告诉工作人员
kiosk-slip-message = 留言
kiosk-slip-message-at = 留言时间
kiosk-slip-message-qr = 扫一扫，看回复
kiosk-slip-message-footer = 没有手机？到服务台报这个号，就能问到回复
