/// The short names of emoji that GitHub, Slack and most generators share.
enum EmojiNames {
  static func character(_ name: String) -> String? { known[name] }

  private static let known: [String: String] = {
    var known: [String: String] = [:]
    for pair in list.split(whereSeparator: \.isNewline) {
      let words = pair.split(separator: " ").map(String.init)
      for name in words.dropFirst() { known[name] = words[0] }
    }
    return known
  }()

  private static let list = """
    😄 smile
    😃 smiley
    😀 grinning
    😁 grin
    😆 laughing satisfied
    😅 sweat_smile
    🤣 rofl
    😂 joy
    🙂 slightly_smiling_face slight_smile
    🙃 upside_down_face
    😉 wink
    😊 blush
    😇 innocent
    😍 heart_eyes
    😘 kissing_heart
    😋 yum
    😛 stuck_out_tongue
    😜 stuck_out_tongue_winking_eye
    🤗 hugs
    🤔 thinking thinking_face
    😐 neutral_face
    😑 expressionless
    😶 no_mouth
    😏 smirk
    🙄 roll_eyes
    😬 grimacing
    😌 relieved
    😴 sleeping
    😎 sunglasses
    🤓 nerd_face
    😕 confused
    😟 worried
    🙁 slightly_frowning_face
    😮 open_mouth
    😲 astonished
    😳 flushed
    😢 cry
    😭 sob
    😱 scream
    😞 disappointed
    😓 sweat
    😩 weary
    😤 triumph
    😡 rage pout
    😠 angry
    🤯 exploding_head
    🤷 shrug
    🤦 facepalm
    💩 poop hankey shit
    👻 ghost
    👽 alien
    🤖 robot
    ❤️ heart
    💛 yellow_heart
    💚 green_heart
    💙 blue_heart
    💜 purple_heart
    🖤 black_heart
    💔 broken_heart
    💯 100
    💥 boom collision
    💬 speech_balloon
    💤 zzz
    👋 wave
    👌 ok_hand
    ✌️ v
    🤞 crossed_fingers
    👈 point_left
    👉 point_right
    👆 point_up_2
    👇 point_down
    ☝️ point_up
    👍 +1 thumbsup
    👎 -1 thumbsdown
    ✊ fist
    👊 facepunch punch
    👏 clap
    🙌 raised_hands
    🤝 handshake
    🙏 pray
    💪 muscle
    👀 eyes
    🧠 brain
    👶 baby
    🐱 cat
    🐶 dog
    🦀 crab
    🐍 snake
    🐧 penguin
    🐛 bug
    🐢 turtle
    🐙 octopus
    🐳 whale
    🦄 unicorn
    🌱 seedling
    🌲 evergreen_tree
    🌹 rose
    🌍 earth_africa
    🌎 earth_americas
    🌏 earth_asia
    🌐 globe_with_meridians
    ☀️ sunny
    ⭐ star
    🌟 star2
    ✨ sparkles
    ⚡ zap
    🔥 fire
    🌈 rainbow
    ☁️ cloud
    ❄️ snowflake
    💧 droplet
    🍎 apple
    🍕 pizza
    ☕ coffee
    🍺 beer
    🍻 beers
    🎂 birthday
    🍰 cake
    🎁 gift
    🎄 christmas_tree
    🎃 jack_o_lantern
    🎉 tada
    🎊 confetti_ball
    🎈 balloon
    🏆 trophy
    🎯 dart
    🎮 video_game
    🎨 art
    🎬 clapper
    🎤 microphone
    🎧 headphones
    🎵 musical_note
    ⚽ soccer
    🏃 runner running
    🚀 rocket
    ✈️ airplane
    🚗 car
    🚲 bike
    🚧 construction
    🚨 rotating_light
    🏠 house
    🏥 hospital
    ⌚ watch
    📱 iphone
    💻 computer
    ⌨️ keyboard
    💾 floppy_disk
    📷 camera
    📺 tv
    🔋 battery
    💡 bulb
    🔍 mag
    📖 book
    📚 books
    📝 memo pencil
    ✏️ pencil2
    📰 newspaper
    📅 date
    📆 calendar
    📈 chart_with_upwards_trend
    📉 chart_with_downwards_trend
    📊 bar_chart
    📌 pushpin
    📎 paperclip
    📦 package
    📫 mailbox
    📧 e-mail
    ✉️ email envelope
    🔗 link
    🔒 lock
    🔓 unlock
    🔑 key
    🔨 hammer
    🔧 wrench
    ⚙️ gear
    🛠️ hammer_and_wrench
    🧪 test_tube
    🔬 microscope
    💊 pill
    💉 syringe
    🧬 dna
    💰 moneybag
    ⏰ alarm_clock
    ⏳ hourglass_flowing_sand
    ⚠️ warning
    ⛔ no_entry
    🚫 no_entry_sign
    ❌ x
    ✅ white_check_mark
    ✔️ heavy_check_mark
    ☑️ ballot_box_with_check
    ❗ exclamation heavy_exclamation_mark
    ❓ question
    ℹ️ information_source
    ➡️ arrow_right
    ⬅️ arrow_left
    ⬆️ arrow_up
    ⬇️ arrow_down
    ♻️ recycle
    🔴 red_circle
    🔵 large_blue_circle
    🟢 green_circle
    🏁 checkered_flag
    📢 loudspeaker
    📣 mega
    🔔 bell
    🆕 new
    🆗 ok
    👩‍💻 woman_technologist
    👨‍💻 man_technologist
    🧵 thread
    🥰 smiling_face_with_three_hearts smiling_face_with_hearts
    📔 notebook_with_decorative_cover
    🦾 mechanical_arm
    🔎 mag_right
    🎆 fireworks
    🎇 sparkler
    ⌛ hourglass
    ▶️ arrow_forward
    🥳 partying_face
    🫶 heart_hands
    🗓️ spiral_calendar
    🐘 elephant
    ⛵ sailboat boat
    ⚓ anchor
    🌊 ocean
    """
}
