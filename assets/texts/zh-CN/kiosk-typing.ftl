# 写字：手写、拼音、键盘
kiosk-typing-erase = 删除
kiosk-typing-anew = 重写
kiosk-typing-pinyin = 拼音
kiosk-typing-hand = 手写
kiosk-typing-space = 空格
kiosk-typing-capitals = 大写
kiosk-typing-more = 更多
kiosk-typing-pad = 手写区
kiosk-typing-pad-hint = 用手指在这里写字。用键盘或读屏时，请选“拼音”。
kiosk-typing-candidates = { $count } 个可选
kiosk-typing-radicals = 部首
kiosk-typing-radical-strokes = 部首有几画？
kiosk-typing-radical = 是哪个部首？
kiosk-typing-residual = 除了“{ $radical }”还有几画？
kiosk-typing-strokes = { $count } 画
kiosk-typing-step-back = 上一步
