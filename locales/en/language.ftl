language-own-name = English
language-question = Choose the language of your messages:
language-chosen = From now on I write in English.
