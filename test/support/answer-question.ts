import type { UpdateBody } from '../../src/channels/channel-adapter.ts'
import type { FormDefinition, SimpleField } from '../../src/domain/form-definition.ts'
import { formState } from '../../src/forms/index.ts'
import { placeOf } from '../../src/forms/form-places.ts'

const text = (words: string): UpdateBody => ({ kind: 'text', text: words })

/** What a person would send next to a form in this state, made of the form's definition alone. */
export function answerQuestion(definition: FormDefinition, draftState: unknown): UpdateBody {
  const state = formState.parse(draftState)
  if (state.mode === 'review') return text('gửi')
  if (state.mode !== 'asking') return text('xong')
  const context = { today: '2026-03-02', locale: 'vi' as const, roster: [], prefill: {} }
  const view = { definition, answers: state.answers, context }
  const places = state.asked.map((path) => placeOf(view, path)!)
  const [only, another] = places
  if (another) return text(places.map(({ key, field }) => `${key}=${wordsFor(field)}`).join('\n'))
  const { field } = only!
  const file = { source: `file-${field.id}`, mime: 'image/jpeg', name: 'anh.jpg' }
  if (field.kind === 'photo') return { kind: 'photo', file }
  if (field.kind === 'file') return { kind: 'document', file }
  return text(wordsFor(field))
}

function wordsFor(field: SimpleField): string {
  switch (field.kind) {
    case 'choice':
    case 'choices':
      return '1'
    case 'number':
      return String(Math.max(field.min ?? 1, Math.min(1, field.max ?? 1)))
    case 'ratio':
      return '2/3'
    case 'date':
      return 'hôm nay'
    case 'yes-no':
      return 'có'
    case 'people':
      return 'đủ'
    default:
      return `Nội dung thử cho ${field.id.replaceAll('_', ' ')}`
  }
}
