# 终端：语音
kiosk-voice-question = 听得清楚吗？
kiosk-voice-hint = 每一屏都会念给您听。您的姓名、电话和写下的字，不会从喇叭里念出来。
kiosk-voice-hint-private = 插上耳机，每一屏都会念给您听，只有您一个人听得到。
kiosk-voice-off = 再按一次“语音”，就不念了。
kiosk-voice-louder = 大声一点
kiosk-voice-softer = 小声一点
kiosk-voice-faster = 快一点
kiosk-voice-slower = 慢一点
kiosk-voice-again = 再听一遍
kiosk-voice-go-on = 听清楚了，继续
# “音量较大，语速适中”
kiosk-voice-level = { $loudness }，{ $pace }
kiosk-voice-volume-1 = 音量最小
kiosk-voice-volume-2 = 音量较小
kiosk-voice-volume-3 = 音量适中
kiosk-voice-volume-4 = 音量较大
kiosk-voice-volume-5 = 音量最大
kiosk-voice-pace-slow = 语速较慢
kiosk-voice-pace-usual = 语速适中
kiosk-voice-pace-fast = 语速较快

# 只念出来，不显示在屏幕上
kiosk-voice-is-on = 已打开
kiosk-voice-is-off = 已关闭
kiosk-voice-is-resting = 现在不能选
kiosk-voice-keys = 按方向键选择，按确定键进入。
kiosk-voice-unspoken = 您写的字不从喇叭里念出来。
