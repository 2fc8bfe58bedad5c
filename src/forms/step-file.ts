import { answerAt, type FileAnswer, type Path } from './answers.ts'
import { blocksOf, isOpen, placeOf } from './form-places.ts'
import { prompt, type Reply } from './reply.ts'
import { advance, ask, record, refuse, type Turn } from './turn.ts'

/**
 * A photo or file: the rest of an album goes with its first photo, else it is for the question asked, else one
 * more for the photos just given, else for the only such question still open. Never for anything else.
 */
export function takeFile(turn: Turn, file: FileAnswer, album: string | null): Reply {
  const { state, view } = turn
  // What is too much of one album is said once.
  if (album !== null && state.album === full(album)) return { kind: 'nothing' }
  const asked = state.mode === 'asking' ? (state.asked.find((one) => takesFiles(turn, one)) ?? null) : null
  const sameAlbum = album !== null && album === state.album ? state.last : null
  const path = [sameAlbum, asked, state.last, onlyOpen(turn)].find(
    (one) => one !== null && takesFiles(turn, one),
  )
  const place = path ? placeOf(view, path) : null
  if (!path || !place || !('max' in place.field)) {
    refuse(turn, { code: 'file-not-expected' }, { counts: false })
    return prompt
  }
  const { kind, max = 1 } = place.field
  if (kind === 'photo' && file.mime !== null && !file.mime.startsWith('image/')) {
    refuse(turn, { code: 'not-a-photo' }, { counts: path === asked })
    return prompt
  }
  const before = (answerAt(state.answers, path) ?? []) as FileAnswer[]
  if (before.some((one) => one.ref === file.ref)) return { kind: 'nothing' }
  // Asked again means new ones in place of the old, unless this sitting's album goes on.
  const files = path === asked && state.last !== path ? [file] : [...before, file]
  if (files.length > max) {
    refuse(turn, { code: 'files-too-many', values: { max } }, { counts: false })
    if (album !== null) state.album = full(album)
    return prompt
  }
  const { edits } = state
  record(turn, path, files)
  state.album = album
  if (path === asked) {
    const others = state.asked.filter((one) => isOpen(view, state.skipped, one))
    if (others.length > 0) ask(turn, others)
    else advance(turn)
    return prompt
  }
  // One more photo does not put the review out of date that the person is reading.
  state.edits = edits
  // An album is one message to its sender, and was answered with its first photo.
  if (path === sameAlbum) return { kind: 'nothing' }
  return { kind: 'file-kept', path, count: files.length, max }
}

function full(album: string): string {
  return `${album} is full`
}

function takesFiles({ view }: Turn, path: Path): boolean {
  const kind = placeOf(view, path)?.field.kind
  return kind === 'photo' || kind === 'file'
}

function onlyOpen(turn: Turn): Path | null {
  const open = blocksOf(turn.view)
    .flat()
    .filter((path) => takesFiles(turn, path) && isOpen(turn.view, turn.state.skipped, path))
  return open.length === 1 ? open[0]! : null
}
