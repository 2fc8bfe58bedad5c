import { ControlError } from '../../server/control-http.ts'
import { bytesOf, SAMPLE_IMAGE } from '../../server/images.ts'
import type { Bot, Entry, Group, PersonKind } from '../model.ts'
import { tellBot, type Platform } from '../platform.ts'
import { postMessage } from '../post-message.ts'
import { personFacts, updateOf } from '../update-shape.ts'
import { getBot, getGroup, getPerson, openContact, personId, type World } from '../world.ts'

/** Who writes where: privately to a bot, unless a group is named. */
export interface TalkAct {
  /** Key of the person. */
  user: string
  /** Key of the group. */
  group?: string
  /** The bot written to, or mentioned; needed when the server has several. */
  bot?: string
  /** In a group: chooses the bot in the `@` picker, which puts `@<display_name> ` before the text. */
  mention?: boolean
  /** In a group: replies to this message. Only replies to the bot's own reach it. */
  replyTo?: string
}

export interface SayAct extends TalkAct {
  text: string
}

export function say(platform: Platform, act: SayAct): Entry {
  if (act.text === '') throw new ControlError('a text is not empty')
  return write(platform, act, 'text', act.text, null)
}

export interface ImageAct extends TalkAct {
  /** Bytes, or base64 over HTTP; a sample picture when left out. */
  data?: Uint8Array | string
  caption?: string
}

/** Sends a picture, served from this server's own host. An album is several of these. */
export function sendImage(platform: Platform, act: ImageAct): Entry {
  const url = storeMedia(platform.world, act.data ?? SAMPLE_IMAGE, 'photo.jpg', 'image/jpeg')
  return write(platform, act, 'image', act.caption ?? '', url)
}

export function sendSticker(platform: Platform, act: TalkAct): Entry {
  const url = storeMedia(platform.world, SAMPLE_IMAGE, 'sticker.png', 'image/png')
  return write(platform, act, 'sticker', '', url)
}

export function sendVoice(platform: Platform, act: TalkAct & { data?: Uint8Array | string }): Entry {
  const url = storeMedia(platform.world, act.data ?? Buffer.from('fff15040', 'hex'), 'voice.aac', 'audio/aac')
  return write(platform, act, 'voice', '', url)
}

/** A file, video, link, location: the bot learns only that something came. */
export function sendUnsupported(platform: Platform, act: TalkAct): Entry {
  return write(platform, act, 'unsupported', '', null)
}

/** Opens the bot's chat without writing; false when the bot has its 50 people. */
export function openChat({ world }: Platform, act: { user: string; bot?: string }): boolean {
  return openContact(world, getBot(world, act.bot), getPerson(world, act.user).key) !== null
}

function storeMedia(world: World, data: Uint8Array | string, name: string, type: string): string {
  const path = `${world.store.next('media')}/${name}`
  world.files.put(path, { name, type, base64: Buffer.from(bytesOf(data)).toString('base64') })
  return `${world.mediaRoot()}/media/${path}`
}

function write(
  platform: Platform,
  act: TalkAct,
  kind: PersonKind,
  given: string,
  mediaUrl: string | null,
): Entry {
  const { world } = platform
  const person = getPerson(world, act.user)
  const place = placeOf(world, act)
  const { bot, group } = place
  const text = group && act.mention && bot ? `@${bot.displayName} ${given}`.trim() : given
  const entry = postMessage(world, {
    chat: place.chat,
    place: group?.key ?? person.key,
    bot: place.withheld === 'group-gate' ? null : (bot?.id ?? null),
    from: person.key,
    author: 'user',
    method: kind,
    text,
    mediaUrl,
    withheld: place.withheld,
  })
  if (!bot || place.withheld !== null) return entry
  const { messageId, at } = entry
  const from = personFacts(person, personId(world, bot, person.key, group !== null))
  const chat = { id: place.chat, isGroup: group !== null }
  entry.update = updateOf(world, { kind, messageId, at, chat, from, text, mediaUrl })
  tellBot(platform, bot, entry)
  return entry
}

interface Place {
  chat: string
  group: Group | null
  bot: Bot | null
  withheld: string | null
}

function placeOf(world: World, act: TalkAct): Place {
  if (act.group === undefined) {
    const bot = getBot(world, act.bot)
    const contact = openContact(world, bot, act.user)
    const chat = personId(world, bot, act.user, false)
    return { chat, group: null, bot, withheld: contact ? null : 'user-cap' }
  }
  const group = getGroup(world, act.group)
  if (!group.members.includes(act.user)) throw new ControlError(`${act.user} is not in group ${group.key}`)
  const bot = addressedBot(world, group, act)
  return { chat: group.id, group, bot, withheld: bot ? null : 'group-gate' }
}

/**
 * "The bot receives only messages that (a) mention it by choosing it in the @ picker, or (b) use Zalo's
 * reply on one of the bot's messages" (zalo-bot-api.md 5).
 */
function addressedBot(world: World, group: Group, act: TalkAct): Bot | null {
  if (act.mention) {
    const bot = getBot(world, act.bot ?? (group.bots.length === 1 ? group.bots[0] : undefined))
    if (!group.bots.includes(bot.id))
      throw new ControlError(`${bot.displayName} is not in group ${group.key}`)
    return bot
  }
  if (act.replyTo === undefined) return null
  const replied = world.transcript.all().find((entry) => entry.messageId === act.replyTo)
  if (!replied || replied.place !== group.key)
    throw new ControlError(`no message ${act.replyTo} in ${group.key}`)
  return replied.author === 'bot' && replied.bot !== null ? getBot(world, replied.bot) : null
}
