# 為什麼沒有辦成、現在怎麼辦、找誰幫忙
refusal-closed-today = 現在尚未開放，今天 { $time } 開始受理。
refusal-closed-day = 現在不是受理時間，{ $date } { $time } 開始受理。
refusal-closed = 這項業務暫停受理，請洽現場人員。
refusal-quota-day = 今天的 { $quota } 個號碼已經取完，{ $date } { $time } 可再來取號。
refusal-quota = 今天的 { $quota } 個號碼已經取完，請洽現場人員。
refusal-series-exhausted = 今天的號碼已經用完，請洽現場人員。
refusal-no-such-service = 找不到這項業務，請返回重新選擇。
refusal-no-such-counter = 找不到這個窗口，請重新選擇窗口。
refusal-no-such-ticket = 找不到這個號碼，請洽現場人員。
refusal-no-such-notice = 找不到這則公告，可能已經撤下。
refusal-no-such-help = 這次求助已經有人處理了。
refusal-no-such-message = 找不到這則留言，可能已過保存期限。
refusal-too-many-messages = 剛才留言的人多，請過 { $minutes } 分鐘再來，或直接告訴現場人員。
refusal-not-a-phone = 這個電話號碼好像不對，請檢查後再輸入。手機號碼是 11 位數字。
refusal-no-phone = 這則留言沒有電話號碼，或號碼已過保存期限。
refusal-unreadable = 無法讀取：它是用另一把金鑰保存的，請找管理員。
refusal-no-such-person = 找不到這個人或裝置。
refusal-bad-link = 這個連結打不開。請重新掃描一次 QR 碼，或到服務臺詢問。
refusal-wrong-presence-code = 到場碼不正確或已經過期。請看終端機畫面上現在的六位數字，再輸入一次。
refusal-not-by-phone = 這項業務請到現場的終端機取號。
refusal-not-now = 這個號碼目前是「{ $state }」，不能{ $verb }。
refusal-nobody-waits = 目前沒有人在等這個窗口的業務。
refusal-counter-not-open = 窗口尚未開放，請先按「開始接待」。
refusal-counter-busy = 手上還有 { $label }，請先辦結或暫放。
refusal-counter-taken = { $by } 正在這個窗口，請換一個窗口，或先請對方離線。
refusal-not-served-here = 這個窗口不受理這項業務。
refusal-nothing-to-undo = 沒有可以復原的操作，只能復原十秒內的一步。
refusal-rated-already = 您已經評價過了，謝謝。
refusal-wrong-password = 姓名或密碼不正確，請再試一次。忘記密碼請找管理員。
refusal-name-taken = 這個名字已經有人使用，請換一個。
refusal-series-overlap = 號段與另一項業務重疊，請換一段。
refusal-shown-once = 這項內容只顯示一次，已經顯示過了。
refusal-request-id-reused = 這一頁開得太久了，請重新整理後再試。

# 其他意外
error-not-allowed = 您沒有這項操作的權限，請找管理員。
error-bad-input = 填寫的內容有誤，請檢查後再試。
error-not-found = 沒有這個頁面。
error-full = 終端機的儲存空間滿了，這一步沒有儲存。請告知現場人員。
error-store = 系統暫時無法儲存這一步，請稍後再試，或到服務臺辦理。
error-unreachable = 連不上會客廳的終端機，不確定是否辦成。請稍候再試，重複操作不會多取號。
error-overloaded = 現在人多，系統有點忙，請過幾秒再試。
error-too-often = 嘗試的次數太多了，請過一會兒再試。
error-too-large = 送來的內容太大，沒有收下。
error-not-here = 請從會客廳的網頁上操作。

# 號碼所在的狀態
state-waiting = 等候中
state-called = 已叫號
state-serving = 辦理中
state-parked = 暫放
state-served = 已辦結
state-no-show = 過號
state-cancelled = 已取消
state-expired = 已過期

# 對號碼能做的事
verb-call = 叫號
verb-recall = 重呼
verb-start = 開始辦理
verb-finish = 辦結
verb-no-show = 記為未到
verb-park = 暫放
verb-transfer = 轉辦
verb-cancel = 取消
verb-expire = 過期
