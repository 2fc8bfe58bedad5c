import { z } from 'zod'

/** A photo: `photo_url` in live traffic, `photo` in the documentation; a string or an object with `url`. */
const photo = z.union([z.string(), z.looseObject({ url: z.string() }).transform(({ url }) => url)])
const words = z.string().optional().catch(undefined)

const message = z.looseObject({
  message_id: z.string(),
  date: z.number().optional().catch(undefined),
  from: z.looseObject({
    id: z.string(),
    display_name: words,
    is_bot: z.boolean().optional().catch(undefined),
  }),
  chat: z.looseObject({ id: z.string(), chat_type: words }),
  text: words,
  caption: words,
  photo_url: photo.optional().catch(undefined),
  photo: photo.optional().catch(undefined),
  sticker: z.unknown().optional(),
  voice_url: words,
})

const event = z.looseObject({ event_name: words, message })
const wrapped = z.object({
  result: z.union([z.looseObject({ event_name: z.string() }), z.looseObject({ message: z.looseObject({}) })]),
})

export type RawZaloEvent = z.infer<typeof event>
export type RawZaloMessage = z.infer<typeof message>

/** One event, flat as Zalo really sends it or wrapped as documented; null for anything else. */
export function readRawEvent(raw: unknown): RawZaloEvent | null {
  const outer = wrapped.safeParse(raw)
  return event.safeParse(outer.success ? outer.data.result : raw).data ?? null
}
