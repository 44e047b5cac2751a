### The menu to share a circuit or a lab, which an embed has, too.

room-share = Share
room-share-link = Link to what you see
room-copy = Copy
room-copied = Copied.
room-open = Open in Gradcircuit
