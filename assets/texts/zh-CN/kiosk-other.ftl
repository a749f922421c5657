# 现在办不了
kiosk-closed-title = { $service } 现在还没开始
kiosk-closed-full-title = { $service } 今天的号取完了
kiosk-closed-today = 今天 **{ $time }** 开始办理
kiosk-closed-day = **{ $date } { $weekday } { $time }** 开始办理
kiosk-closed-unknown = 暂停办理，什么时候恢复请问问工作人员
kiosk-closed-full = 每天 { $quota } 个号，今天的已经取完了
kiosk-closed-full-next = **{ $date } { $weekday } { $time }** 再来取
kiosk-closed-other = 办别的事
kiosk-closed-ask = 请工作人员帮忙

# 没办成
kiosk-trouble-title = 刚才没有取到号
kiosk-trouble-retry = 再试一次
kiosk-trouble-hint = 不会多取，请放心再点一次。

# 请人帮忙
kiosk-help-title = 需要帮忙吗？
kiosk-help-hint = 点一下，工作人员就过来
kiosk-help-call = 请工作人员过来
kiosk-help-calling = 正在通知工作人员
kiosk-help-called = 已经通知了，马上有人来
kiosk-help-called-hint = 请在这里等一等
kiosk-help-failed = 没能通知到，请直接找我们
kiosk-help-where = 也可以直接找我们
kiosk-help-counters-open = 现在有人的窗口：{ $counters } 号
kiosk-help-counters-none = 窗口现在没有人，请到服务吧台

# 待机
kiosk-idle-start = 点一下，开始
kiosk-idle-open = 现在开放，到 { $time }
kiosk-idle-closed-today = 今天 { $time } 开放
kiosk-idle-closed-day = { $weekday } { $time } 开放
kiosk-idle-closed = 今天不开放
kiosk-idle-presence = 到场码 { $code }
