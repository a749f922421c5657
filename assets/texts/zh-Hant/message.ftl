# 留言：窗口頁 /counter/messages 與手機頁 /m/…
message-counter = 留言
message-title = 居民留言
message-back = 回到窗口
message-unanswered = 待回覆 { $count } 則
message-unanswered-none = 沒有待回覆的留言
message-answered = 已回覆
message-phone-none = 沒有留電話
message-phone-wiped = 電話已過保存期限
message-phone-unreadable = 電話無法讀取
message-phone-show = 顯示號碼
message-phone-noted = 誰看過會留下紀錄
message-answer-label = 回覆這則留言
message-answer-hint = 居民掃碼就能看到，最多 { $count } 字
message-answer = 回覆
message-answer-again = 修改回覆
message-answer-by = { $by } 回覆 · { $at }
message-answer-sent = 已回覆。
message-wiped = 已過保存期限，內容已清除。
message-unreadable = 無法讀取：它是用另一把金鑰保存的。請管理員把這個會客廳的 hall.key 放回來。

message-yours = 您的留言
message-reply = 會客廳的回覆
message-reply-none = 還沒有回覆，工作人員看到後會在這裡回答
message-reply-hint = 可以收藏這一頁，隨時回來看。
message-unreadable-here = 這段話暫時無法讀取，請到服務臺詢問。
message-privacy = 留言保存 { $days } 天，電話號碼最多 { $phone-days } 天，到期自動清除。
message-offline = 網路中斷，正在重新連線。留言不會不見。
