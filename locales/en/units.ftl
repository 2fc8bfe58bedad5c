## Changes of the tree, planned for a day

units-preview-rename = From { $day }: { $from } is called “{ $to }”.
units-preview-move = From { $day }: { $from } stands under { $to }.
units-preview-merge = From { $day }: { $from } become { $to }.
units-preview-split = From { $day }: { $to } is split off { $from }.
units-preview-people = { $people } people change their unit or post; { $groups } groups, { $bots } bots and { $programmes } programmes go along.
units-preview-duties = Open duties: { $moved } go along, { $withdrawn } are withdrawn, { $created } are new. What is done stays; figures of earlier days stay under the old tree.
units-planned = Planned; it happens by itself on { $day }. Look again: nhipquy units preview { $id }. Take back: nhipquy units undo { $id }
units-dry = Nothing was planned.
units-undone = Took back { $id }. Nothing has changed.
units-none = There is no change of units.
units-state-planned = planned
units-state-applied = applied
units-state-undone = taken back
units-state-failed = could not be applied ({ $reason })
units-not-later = { $day } is not to come. Choose tomorrow or later.
units-unknown = There is no change { $id }. See: nhipquy units list
units-not-planned = The change { $id } was applied or taken back. To reverse it, plan the opposite for another day.
units-refused-unknown-unit = There is no unit with code { $value }. To see codes: nhipquy status
units-refused-unknown-member = There is nobody with code { $value }. See the list that was imported.
units-refused-root = { $value } is the root; it can be neither moved nor merged away. To rename it: nhipquy units rename
units-refused-circle = { $value } lies inside what is moved or merged. Choose another unit.
units-refused-nothing-changes = { $value } is so already.
units-refused-too-few = Too few units or people to do this with { $value }.
units-refused-exists = The code { $value } is taken. Choose another for the new unit.
units-refused-name-missing = { $value } is a new unit: add --name "NAME"
units-refused-not-a-member = { $value } does not belong to the unit that is split.
units-refused-several-secretaries = There are several secretaries: { $value }. Choose one: --secretary CODE; the others become deputies.

units-told-rename = A change of organisation from { $day }. Open this message to read it.

    “{ $from }” is called “{ $to }” now. What you have under way and its dates stay. There is nothing to do.
units-told-move = A change of organisation from { $day }. Open this message to read it.

    “{ $from }” stands under “{ $to }” now. What you have under way and its dates stay. There is nothing to do.
units-told-merge = A change of organisation from { $day }. Open this message to read it.

    { $from } are “{ $to }” now. What you have under way goes along; type /viec to see it.
units-told-split = A change of organisation from { $day }. Open this message to read it.

    “{ $to }” was split off “{ $from }”. What you have under way goes along; type /viec to see it.
units-told-group-rename = From { $day }, “{ $from }” is called “{ $to }”. This group stays as it is.
units-told-group-move = From { $day }, “{ $from }” stands under “{ $to }”. This group stays as it is.
units-told-group-merge = From { $day }, { $from } are “{ $to }”. This group is the group of “{ $to }” now.
units-told-group-split = From { $day }, “{ $to }” was split off “{ $from }”. This group stays as it is.
units-told-office = The change of units of { $day } was applied: { $people } people changed their place, { $moved } duties went along. See: nhipquy units list ({ $id })
units-told-failed = The change of units of { $day } could not be applied ({ $reason }: { $value }). Nothing has changed. See: nhipquy units list ({ $id })
