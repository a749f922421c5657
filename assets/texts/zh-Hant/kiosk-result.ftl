# 取到號以後
kiosk-result-done = 取號成功 · { $service }
kiosk-result-ahead = 前面還有
kiosk-result-ahead-count = { $count } 位
kiosk-result-ahead-none = 就到您了
kiosk-result-wait = 大約等候
kiosk-result-wait-range = { $low }–{ $high } 分
kiosk-result-wait-about = { $high } 分
kiosk-result-wait-soon = 馬上
kiosk-result-wait-unknown = 稍等
kiosk-result-counter = 請在 **{ $counter } 號窗口** 附近坐一坐，叫到會有語音
kiosk-result-counters = 請在 **{ $first }–{ $last } 號窗口** 附近坐一坐，叫到會有語音
kiosk-result-counter-list = 請在 **{ $counters } 號窗口** 附近坐一坐，叫到會有語音
kiosk-result-seat = 請在大廳坐一坐，叫到會有語音
kiosk-result-phone = 手機看排隊
kiosk-result-phone-hint =
    掃一掃，快到時提醒您。
    不用下載，不用登入。
kiosk-result-qr = 手機看排隊的二維碼
kiosk-result-printing = 小票正在列印，請取走
kiosk-result-printed = 小票已印好，請取走
kiosk-result-photo = 請用手機拍下這個號碼
kiosk-result-photo-why = 小票暫時印不了，號碼一樣有效。沒有手機？請記住它。
kiosk-result-photo-scan = 掃碼還能用手機看排隊
kiosk-result-unsure = 小票沒印全？號碼有效

# 小票
kiosk-slip-ahead = 前面還有 { $count } 位
kiosk-slip-next = 下一位就是您
kiosk-slip-wait = 大約等候
kiosk-slip-wait-range = { $low }–{ $high } 分鐘
kiosk-slip-wait-about = { $high } 分鐘
kiosk-slip-taken = 取號時間
kiosk-slip-counter = 辦理窗口
kiosk-slip-counters = { $counters } 號
kiosk-slip-bring = 請帶好
kiosk-slip-qr = 掃一掃，手機看排隊
kiosk-slip-priority = 優先
kiosk-slip-priority-yes = 是
kiosk-slip-footer = 聽到叫號請到窗口，過號請告訴工作人員
kiosk-slip-message = 留言
kiosk-slip-message-at = 留言時間
kiosk-slip-message-qr = 掃一掃，看回覆
kiosk-slip-message-footer = 沒有手機？到服務台報這個號，就能問到回覆
