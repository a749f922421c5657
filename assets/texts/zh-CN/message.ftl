# 留言：窗口页 /counter/messages 与手机页 /m/…
message-counter = 留言
message-title = 居民留言
message-back = 回到窗口
message-unanswered = 待回复 { $count } 条
message-unanswered-none = 没有待回复的留言
message-answered = 已回复
message-phone-none = 没有留电话
message-phone-wiped = 电话已过保存期
message-phone-unreadable = 电话读不出来
message-phone-show = 显示号码
message-phone-noted = 谁看过会有记录
message-answer-label = 回复这条留言
message-answer-hint = 居民扫码就能看到，最多 { $count } 字
message-answer = 回复
message-answer-again = 改回复
message-answer-by = { $by } 回复 · { $at }
message-answer-sent = 已回复。
message-wiped = 已过保存期，内容已抹去。
message-unreadable = 读不出来：它是用另一把密钥保存的。请管理员把这个会客厅的 hall.key 放回来。

message-yours = 您的留言
message-reply = 会客厅的回复
message-reply-none = 还没有回复，工作人员看到后会在这里回答
message-reply-hint = 可以收藏这一页，随时回来看。
message-unreadable-here = 这段话暂时读不出来，请到服务台询问。
message-privacy = 留言保存 { $days } 天，电话号码最多 { $phone-days } 天，到期自动抹去。
message-offline = 网络断了，正在重新连接。留言不会丢。
