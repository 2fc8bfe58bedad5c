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

playground-preparing = The playground is being set up: sample organisation and programme, people who join…
playground-hint-ready =
    The playground is ready. Telegram and Zalo are local servers on this machine; people and units are invented.
    Today is { $day } here. Speak for the people above, with the commands above:
playground-hint-not-joined = has not joined
playground-hint-talk = - in another terminal: say NAME "TEXT" and read NAME (for a button type its number or label)
playground-hint-join = - those who have not joined can do so with their codes
playground-hint-groups = - groups: read NAME --group GROUP; to write there add --group; on Telegram type a /command, on Zalo begin with @bot
playground-hint-time = - clock set +7d lets time pass, and nudges come
playground-hint-again = Ctrl+C stops it; the next start goes on from there. To begin anew, delete the folder { $folder }
