# 首页与事项
kiosk-home-question = 您好，今天想办什么事？
kiosk-home-closed = 您好，现在是休息时间
kiosk-home-queue = 取号办事
kiosk-home-hint = 点一下，马上出号
kiosk-home-hours = 今天开放 { $hours }
kiosk-home-priority = 需要优先办理？请点这里
kiosk-more-question = 还有这些事项
kiosk-more = 更多事项
kiosk-more-count = 还有 { $count } 项
kiosk-service-nobody = 没有人等候
kiosk-service-soon = { $count } 人 · 马上就到
kiosk-service-about = { $count } 人 · 约 { $high } 分
kiosk-service-range = { $count } 人 · 约 { $low }–{ $high } 分
kiosk-service-waiting = { $count } 人等候
kiosk-service-waiting-short = { $count } 人
kiosk-service-about-short = 约 { $high } 分
kiosk-service-range-short = { $low }–{ $high } 分
kiosk-service-opens-today = 今天 { $time } 开始
kiosk-service-opens-short = { $time } 开始
kiosk-service-opens-day = { $weekday } { $time } 开始
kiosk-service-closed = 暂停办理
kiosk-service-full = 今天的号已取完
kiosk-service-full-short = 已取完

# 优先
kiosk-priority-question = 这些情况，我们先为您办
kiosk-priority-hint = 选一项就好，不需要证明
kiosk-priority-age = 70 岁以上
kiosk-priority-age-note = 您辛苦了，我们先来
kiosk-priority-disability = 行动不便
kiosk-priority-disability-note = 自己或家人都可以
kiosk-priority-pregnancy = 孕妇、带小宝宝
kiosk-priority-pregnancy-note = 抱着孩子不用久等
kiosk-priority-military = 军人和家属
kiosk-priority-military-note = 现役、退役都算
kiosk-priority-chosen = 优先为您办理：{ $reason }
kiosk-priority-services = 您要办哪一件事？

# 正在取号
kiosk-taking = 正在取号，请稍等
