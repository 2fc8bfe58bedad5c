import { ControlError } from '../../server/control-http.ts'
import { SAMPLE_IMAGE } from '../../server/images.ts'
import { senderFields, userObject } from '../api-objects.ts'
import { tellBots } from '../audience.ts'
import { fileFields, storeFile } from '../incoming-files.ts'
import { autoEntities } from '../message-text.ts'
import type { Entry } from '../model.ts'
import type { Platform } from '../platform.ts'
import { postMessage } from '../post-message.ts'
import { getMessage, getPlace, type ActPlace, type Place } from './place.ts'

/** How something is written: where, in reply to what, in which topic, under whose name. */
export interface TalkAct extends ActPlace {
  replyTo?: number
  /** Topic of a forum group; none means General. */
  thread?: number
  /** An administrator writing in the name of the group. */
  isAnonymous?: boolean
}

export interface SayAct extends TalkAct {
  text: string
}

/** Sends a text. */
export function say(platform: Platform, act: SayAct): Entry {
  if (act.text.length < 1 || act.text.length > 4096) throw new ControlError('a text has 1-4096 characters')
  const entities = autoEntities(act.text)
  const fields = { text: act.text, ...(entities.length > 0 ? { entities } : {}) }
  return write(platform, act, 'text', fields, act.text)
}

export interface PhotoAct extends TalkAct {
  /** Bytes, or base64 over HTTP; a sample picture when left out. */
  data?: Uint8Array | string
  caption?: string
}

export function sendPhoto(platform: Platform, act: PhotoAct): Entry {
  const facts = { folder: 'photos', name: 'photo.jpg', type: 'image/jpeg' } as const
  const file = storeFile(platform.world, act.data ?? SAMPLE_IMAGE, facts)
  return write(
    platform,
    act,
    'photo',
    { ...fileFields(file, 'photos'), ...captionFields(act) },
    act.caption ?? '',
  )
}

export interface AlbumAct extends TalkAct {
  photos: { data?: Uint8Array | string; caption?: string }[]
}

/** Sends 2 to 10 photos as one album: as many messages with one media_group_id. */
export function sendAlbum(platform: Platform, act: AlbumAct): Entry[] {
  if (act.photos.length < 2 || act.photos.length > 10) throw new ControlError('an album has 2-10 photos')
  const group = String(platform.world.store.next('album', 13_000_000_001))
  return act.photos.map((photo) => {
    const facts = { folder: 'photos', name: 'photo.jpg', type: 'image/jpeg' } as const
    const file = storeFile(platform.world, photo.data ?? SAMPLE_IMAGE, facts)
    const fields = { media_group_id: group, ...fileFields(file, 'photos'), ...captionFields(photo) }
    return write(platform, act, 'photo', fields, photo.caption ?? '')
  })
}

export interface DocumentAct extends TalkAct {
  data: Uint8Array | string
  fileName: string
  mimeType?: string
  caption?: string
}

export function sendDocument(platform: Platform, act: DocumentAct): Entry {
  const type = act.mimeType ?? 'application/octet-stream'
  const file = storeFile(platform.world, act.data, { folder: 'documents', name: act.fileName, type })
  const fields = { ...fileFields(file, 'documents'), ...captionFields(act) }
  return write(platform, act, 'document', fields, act.caption ?? '')
}

export interface EditAct extends ActPlace {
  messageId: number
  text: string
}

/** Changes a text the person sent; the bot gets an edited_message. */
export function edit(platform: Platform, act: EditAct): Entry {
  const { world } = platform
  const place = getPlace(world, act)
  const entry = getMessage(world, place, act.messageId)
  if (entry.author !== 'user' || entry.from !== act.user)
    throw new ControlError('people edit what they wrote')
  const at = world.now()
  entry.edits.push({ at, text: entry.text, keyboard: null })
  entry.text = act.text
  const entities = autoEntities(act.text)
  entry.message = { ...entry.message, text: act.text, entities, edit_date: Math.floor(at / 1000) }
  world.transcript.change(entry)
  tellBots(platform, entry, place.group, 'edited_message')
  return entry
}

function captionFields({ caption }: { caption?: string }): Record<string, unknown> {
  if (!caption) return {}
  const entities = autoEntities(caption)
  return { caption, ...(entities.length > 0 ? { caption_entities: entities } : {}) }
}

function write(
  platform: Platform,
  act: TalkAct,
  method: string,
  fields: Record<string, unknown>,
  text: string,
): Entry {
  const { world } = platform
  const place = getPlace(world, act)
  const { user, group } = place
  const sender = group ? senderFields(group, user, act.isAnonymous ?? false) : { from: userObject(user) }
  const entry = postMessage(world, {
    chat: place.chat,
    bot: place.bot?.id ?? null,
    from: user.id,
    author: 'user',
    method,
    fields: { ...sender, ...fields },
    text,
    thread: checkThread(place, act.thread),
    replyTo: repliedTo(platform, place, act),
  })
  tellBots(platform, entry, group, 'message')
  return entry
}

function checkThread({ group }: Place, thread: number | undefined): number | null {
  if (thread === undefined) return null
  const topic = group?.topics.find((one) => one.id === thread)
  if (!topic || topic.isClosed) throw new ControlError(`no open topic ${thread}`)
  return thread
}

/** What is not a reply inside a topic still "replies" to the message that made the topic, as apps send it. */
function repliedTo({ world }: Platform, place: Place, act: TalkAct): Entry | null {
  if (act.replyTo !== undefined) return getMessage(world, place, act.replyTo)
  return act.thread === undefined ? null : getMessage(world, place, act.thread)
}
