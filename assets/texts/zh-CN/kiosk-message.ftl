# 留言
kiosk-message-question = 想对我们说什么？
kiosk-message-hint = 写几个字就好，比如“门口的灯坏了”
kiosk-message-next = 写好了
kiosk-message-phone-question = 要留个电话吗？
kiosk-message-phone-hint = 不留也可以。留了，工作人员会打给您。
kiosk-message-written = 您写的话
kiosk-message-send = 发送
kiosk-message-send-without = 不留电话，直接发送
kiosk-message-sending = 正在发送
kiosk-message-again = 再发一次
kiosk-message-sent = 收到了，谢谢您
kiosk-message-sent-hint = 手机扫一扫，看回复
kiosk-message-qr = 看回复的二维码
kiosk-message-card = 留言
kiosk-message-card-note = 有话告诉我们
kiosk-message-failed = 没有发出去，请再发一次。您写的都还在。
