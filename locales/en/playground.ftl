## Playground: lines on the terminal

playground-not-running = The playground does not run. Open another terminal and type: npm start (with no token and no DATABASE_URL set).
playground-say-nothing = Type what to say, for instance: nhipquy say lan "/viec"
playground-no-persona = There is nobody called “{ $name }”. There are: { $names }
playground-no-group = { $name } is not in that group. Groups of { $name }: { $names }
playground-no-channel = There is no channel “{ $channel }”. Choose telegram or zalo.
playground-impossible = That cannot be done: { $reason }
playground-no-answer = (The bot does not answer.)
playground-empty-chat = (No message yet.)
playground-link =
    This button opens a link: { $link }
    To follow it: nhipquy say { $name } "{ $link }"
