import { z } from 'zod'

/*
 * The parts of Telegram's updates that we read (core.telegram.org/bots/api#update). Everything else is
 * kept out of the way: new fields appear monthly and must not stop an update.
 */

const user = z.looseObject({
  id: z.number(),
  is_bot: z.boolean().optional(),
  first_name: z.string().optional(),
  last_name: z.string().optional(),
  language_code: z.string().optional(),
})

const chat = z.looseObject({ id: z.number(), type: z.string() })

const entity = z.looseObject({
  type: z.string(),
  offset: z.number(),
  length: z.number(),
  user: user.optional(),
})

const file = z.looseObject({
  file_id: z.string(),
  file_size: z.number().optional(),
  file_name: z.string().optional(),
  mime_type: z.string().optional(),
})

const message = z.looseObject({
  message_id: z.number(),
  date: z.number(),
  edit_date: z.number().optional(),
  chat,
  from: user.optional(),
  sender_chat: chat.optional(),
  is_automatic_forward: z.boolean().optional(),
  message_thread_id: z.number().optional(),
  is_topic_message: z.boolean().optional(),
  reply_to_message: z
    .looseObject({
      message_id: z.number(),
      from: user.optional(),
      forum_topic_created: z.unknown().optional(),
    })
    .optional(),
  text: z.string().optional(),
  entities: z.array(entity).optional(),
  caption: z.string().optional(),
  caption_entities: z.array(entity).optional(),
  media_group_id: z.string().optional(),
  photo: z
    .array(z.looseObject({ ...file.shape, width: z.number(), height: z.number() }))
    .min(1)
    .optional(),
  document: file.optional(),
  migrate_to_chat_id: z.number().optional(),
  migrate_from_chat_id: z.number().optional(),
})

const chatMember = z.looseObject({ status: z.string(), is_member: z.boolean().optional() })

const callbackQuery = z.looseObject({
  id: z.string(),
  from: user,
  data: z.string().optional(),
  message: z
    .looseObject({
      message_id: z.number(),
      chat,
      message_thread_id: z.number().optional(),
      is_topic_message: z.boolean().optional(),
    })
    .optional(),
})

const memberChange = z.looseObject({
  chat,
  from: user,
  date: z.number(),
  old_chat_member: chatMember,
  new_chat_member: chatMember,
})

export const rawUpdateSchema = z.looseObject({
  update_id: z.number(),
  message: message.optional(),
  edited_message: message.optional(),
  callback_query: callbackQuery.optional(),
  my_chat_member: memberChange.optional(),
})

export type RawMessage = z.infer<typeof message>
export type RawEntity = z.infer<typeof entity>
export type RawUser = z.infer<typeof user>
export type RawChat = z.infer<typeof chat>
export type RawCallbackQuery = z.infer<typeof callbackQuery>
export type RawMemberChange = z.infer<typeof memberChange>
export type RawChatMember = z.infer<typeof chatMember>
