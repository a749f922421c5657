# 寫字：手寫、拼音、鍵盤
kiosk-typing-erase = 刪除
kiosk-typing-anew = 重寫
kiosk-typing-pinyin = 拼音
kiosk-typing-hand = 手寫
kiosk-typing-space = 空格
kiosk-typing-capitals = 大寫
kiosk-typing-more = 更多
kiosk-typing-pad = 手寫區
kiosk-typing-pad-hint = 用手指在這裡寫字。用鍵盤或報讀軟體時，請選「拼音」。
kiosk-typing-candidates = { $count } 個可選
kiosk-typing-radicals = 部首
kiosk-typing-radical-strokes = 部首有幾畫？
kiosk-typing-radical = 是哪個部首？
kiosk-typing-residual = 除了「{ $radical }」還有幾畫？
kiosk-typing-strokes = { $count } 畫
kiosk-typing-step-back = 上一步
