# 留言
kiosk-message-question = 想對我們說什麼？
kiosk-message-hint = 寫幾個字就好，比如「門口的燈壞了」
kiosk-message-next = 寫好了
kiosk-message-phone-question = 要留個電話嗎？
kiosk-message-phone-hint = 不留也可以。留了，工作人員會打給您。
kiosk-message-written = 您寫的話
kiosk-message-send = 送出
kiosk-message-send-without = 不留電話，直接送出
kiosk-message-sending = 正在送出
kiosk-message-again = 再送一次
kiosk-message-sent = 收到了，謝謝您
kiosk-message-sent-hint = 手機掃一掃，看回覆
kiosk-message-qr = 看回覆的二維碼
kiosk-message-card = 留言
kiosk-message-card-note = 有話告訴我們
kiosk-message-failed = 沒有送出去，請再送一次。您寫的都還在。
