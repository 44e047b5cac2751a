### What only the site says: an embed has none of it.

## The page

room-title = Gradcircuit
room-page-title = Gradcircuit: see where every gradient comes from
room-nav = Rooms
room-nav-circuit = Circuit
room-nav-labs = Labs
room-nav-reference = Reference
room-skip = Skip to the circuit
room-footer = Everything is computed in your browser. Nothing is sent anywhere.

## Tools

room-gallery = Examples

## Share

room-share-embed = To put it on your page
room-embed-title = Circuit
room-figure = Figure as { $format }
room-worksheet = Worksheet

## Settings

room-settings = Settings
room-theme = Theme
room-theme-auto = Auto
room-theme-light = Light
room-theme-dark = Dark
room-classic = Classic colours: green values, red gradients
room-language = Language
room-language-auto = As the browser
room-speech = Spoken messages
room-speech-short = Short
room-speech-full = Full
room-projector = Projector view

## Help

room-help = Help
room-again = Show me again
room-keys = Keys
room-keys-step = next step, step back
room-keys-gate = next gate, previous gate
room-keys-ends = start, end
room-keys-play = play, pause
room-keys-cover = cover
room-keys-projector = projector view
room-keys-picture = in the picture: along the wires; Enter asks why, a digit types a value, F2 goes into a matrix, + and − open and close

## The first minute

guide-drag = Drag { $input }.
guide-wonder = Where does { $gradient } come from?
guide-type = Type your own function

## Print

print-worksheet = Worksheet
print-solution = Solution
print-name = Name
print-step = Step
print-from = Gate
print-to = Gives to
print-incoming = Incoming gradient
print-local = Local derivative
print-product = Product
print-total = Sum so far

## The entries of a matrix, in the picture and in the table

cell-place = row { $row }, column { $column }
cell-spoken = { $place }: { $value }, gradient { $gradient }
cell-spoken-tangent = { $place }: { $value }, derivative by { $along } { $tangent }
cell-not-a-matrix = Needed are { $rows } rows of { $columns } numbers each, written like [[1, 2], [3, 4]].
