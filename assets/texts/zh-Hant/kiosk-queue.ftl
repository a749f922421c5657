# 首頁與事項
kiosk-home-question = 您好，今天想辦什麼事？
kiosk-home-closed = 您好，現在是休息時間
kiosk-home-queue = 取號辦事
kiosk-home-hint = 點一下，馬上出號
kiosk-home-hours = 今天開放 { $hours }
kiosk-home-priority = 需要優先辦理？請點這裡
kiosk-more-question = 還有這些事項
kiosk-more = 更多事項
kiosk-more-count = 還有 { $count } 項
kiosk-service-nobody = 沒有人等候
kiosk-service-soon = { $count } 人 · 馬上就到
kiosk-service-about = { $count } 人 · 約 { $high } 分
kiosk-service-range = { $count } 人 · 約 { $low }–{ $high } 分
kiosk-service-waiting = { $count } 人等候
kiosk-service-waiting-short = { $count } 人
kiosk-service-about-short = 約 { $high } 分
kiosk-service-range-short = { $low }–{ $high } 分
kiosk-service-opens-today = 今天 { $time } 開始
kiosk-service-opens-short = { $time } 開始
kiosk-service-opens-day = { $weekday } { $time } 開始
kiosk-service-closed = 暫停辦理
kiosk-service-full = 今天的號已取完
kiosk-service-full-short = 已取完

# 優先
kiosk-priority-question = 這些情況，我們先為您辦
kiosk-priority-hint = 選一項就好，不需要證明
kiosk-priority-age = 70 歲以上
kiosk-priority-age-note = 您辛苦了，我們先來
kiosk-priority-disability = 行動不便
kiosk-priority-disability-note = 自己或家人都可以
kiosk-priority-pregnancy = 孕婦、帶小寶寶
kiosk-priority-pregnancy-note = 抱著孩子不用久等
kiosk-priority-military = 軍人和家屬
kiosk-priority-military-note = 現役、退役都算
kiosk-priority-chosen = 優先為您辦理：{ $reason }
kiosk-priority-services = 您要辦哪一件事？

# 正在取號
kiosk-taking = 正在取號，請稍等
