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

## The hint when the playground is ready

playground-hint-ready =
    The playground of Nhịp Quý is ready. Telegram and Zalo are local servers on this machine; people and units are invented.
    Today is { $day } here. You can speak for these people:
playground-hint-not-joined = has not joined
playground-hint-talk = In another terminal, talk to the bot and read (a button's number or label is typed like words):
playground-hint-join = Let those join who have not:
playground-hint-groups = Look into a group (to write there add --group; address the bot as @bot):
playground-hint-time = Let time pass to see the nudges:
playground-hint-again = Ctrl+C stops it; the next start goes on from there. To begin anew delete the folder { $folder }
