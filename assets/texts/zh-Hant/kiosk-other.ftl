# 現在辦不了
kiosk-closed-title = { $service } 現在還沒開始
kiosk-closed-full-title = { $service } 今天的號取完了
kiosk-closed-today = 今天 **{ $time }** 開始辦理
kiosk-closed-day = **{ $date } { $weekday } { $time }** 開始辦理
kiosk-closed-unknown = 暫停辦理，什麼時候恢復請問問工作人員
kiosk-closed-full = 每天 { $quota } 個號，今天的已經取完了
kiosk-closed-full-next = **{ $date } { $weekday } { $time }** 再來取
kiosk-closed-other = 辦別的事
kiosk-closed-ask = 請工作人員幫忙

# 沒辦成
kiosk-trouble-title = 剛才沒有取到號
kiosk-trouble-retry = 再試一次
kiosk-trouble-hint = 不會多取，請放心再點一次。

# 請人幫忙
kiosk-help-title = 需要幫忙嗎？
kiosk-help-hint = 點一下，工作人員就過來
kiosk-help-call = 請工作人員過來
kiosk-help-calling = 正在通知工作人員
kiosk-help-called = 已經通知了，馬上有人來
kiosk-help-called-hint = 請在這裡等一等
kiosk-help-failed = 沒能通知到，請直接找我們
kiosk-help-where = 也可以直接找我們
kiosk-help-counters-open = 現在有人的窗口：{ $counters } 號
kiosk-help-counters-none = 窗口現在沒有人，請到服務吧台

# 待機
kiosk-idle-start = 點一下，開始
kiosk-idle-open = 現在開放，到 { $time }
kiosk-idle-closed-today = 今天 { $time } 開放
kiosk-idle-closed-day = { $weekday } { $time } 開放
kiosk-idle-closed = 今天不開放
kiosk-idle-presence = 到場碼 { $code }
