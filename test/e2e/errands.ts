import { codeIn } from '../support/talk.ts'
import type { Talker } from './people.ts'

/** Joins by a code and says yes to messages. */
export async function joins(person: Talker, code: string): Promise<void> {
  await person.brings(code, /Đồng chí có đồng ý nhận tin nhắn của bot không\?/)
  await person.presses('Đồng ý', /tài khoản này đã được nối/)
}

/** Begins a form; says yes to being asked for consent, should that come first. */
async function opens(person: Talker, command: string, fits: RegExp): Promise<string> {
  const asked = await person.says(command, new RegExp(`${fits.source}|đồng ý không\\?`))
  return fits.test(asked) ? asked : person.presses('Đồng ý', fits)
}

/** Answers of a personal plan: five fields of free text, and one deed with its time. */
export interface PlanAnswers {
  fields: readonly [string, string, string, string, string]
  deed: string
  when: string
}

/** Answers nobody else gives, so that each can be looked for. */
export function planOf(who: string): PlanAnswers {
  return {
    fields: [
      `Giữ vững lập trường, tự học mỗi tuần một bài, sổ ${who}/1`,
      `Tự phê bình mỗi quý một lần trước chi bộ, sổ ${who}/2`,
      `Mỗi tháng đến thăm một hộ khó khăn, sổ ${who}/3`,
      `Giải quyết xong việc trong ngày, sổ ${who}/4`,
      `Giữ đoàn kết, sinh hoạt đúng giờ, sổ ${who}/5`,
    ],
    deed: `Giúp hai hộ nghèo sửa mái bếp, sổ ${who}/6`,
    when: `trước tháng sáu, sổ ${who}/7`,
  }
}

/** Writes a personal plan up to the last look before it is sent; gives that text. `from`: answers given already. */
export async function writesPlan(
  person: Talker,
  { fields, deed, when }: PlanAnswers,
  from = 0,
): Promise<string> {
  if (from === 0) await opens(person, '/dangky', /Câu 1\/6/)
  for (const [index, answer] of fields.entries()) {
    if (index >= from)
      await person.says(answer, index < 4 ? new RegExp(`Câu ${index + 2}/6`) : /sẽ làm việc gì/)
  }
  await person.says(deed, /Thời gian hoàn thành/)
  await person.says(when, /đã có 1/)
  return person.says('xong', /^Xem lại/)
}

/** Sends what was looked at; gives the receipt's code. */
export async function sends(person: Talker): Promise<string> {
  return codeIn(await person.says('gửi', /Mã biên nhận: /))
}

/** Answers of a session report. */
export interface ReportAnswers {
  day: string
  absent: string
  content: string
  applied: string
  good: string
}

export function reportOf(unit: string, absent: string, day: string): ReportAnswers {
  return {
    day,
    absent,
    content: `Học chuyên đề quý, thảo luận ba ý kiến, sổ ${unit}/1`,
    applied: `Liên hệ việc nêu gương ở đơn vị, sổ ${unit}/2`,
    good: `Chuẩn bị kỹ, đúng giờ, sổ ${unit}/3`,
  }
}

/** Writes and sends a session report without exemplars, tasks and proposals; gives the last look and the code. */
export async function filesReport(
  person: Talker,
  { day, absent, content, applied, good }: ReportAnswers,
): Promise<{ look: string; code: string }> {
  await opens(person, '/baocao', /Câu 1\/11/)
  await person.says(day, /Câu 2\/11/)
  await person.says(absent, /Câu 3\/11/)
  await person.says(content, /Câu 4\/11/)
  await person.says(applied, /Câu 5\/11/)
  await person.says(good, /Câu 6\/11/)
  await person.says('bỏ qua', /Câu 7\/11/)
  await person.says('không', /Câu 10/)
  await person.says('bỏ qua', /Câu 11\/11/)
  const look = await person.says('bỏ qua', /^Xem lại/)
  return { look, code: await sends(person) }
}

/** A receiver sends a plan back with words of their own. */
export async function comments(receiver: Talker, code: string, words: string): Promise<void> {
  await receiver.says(`xem ${code}`, new RegExp(`Biên nhận ${code}`))
  await receiver.presses('Góp ý, bổ sung hoàn thiện', /đồng chí gõ nội dung cần bổ sung/)
  await receiver.says(words, new RegExp(`Đã ghi: Góp ý, bổ sung hoàn thiện – ${code}`))
}

/** The author changes the fourth line of a plan that was sent back, and sends it again. */
export async function refiles(author: Talker, code: string, answer: string): Promise<void> {
  await author.says(`sửa ${code}`, /Góp ý cần hoàn thiện/)
  await author.says('sửa 4', /Câu 4\/6/)
  await author.says(answer, /^Xem lại/)
  await author.says('gửi', new RegExp(`lần 2\\)\\. Mã biên nhận: ${code}`))
}

/** A receiver takes a plan as it is. */
export async function receives(receiver: Talker, code: string): Promise<void> {
  await receiver.says(`xem ${code}`, new RegExp(`Biên nhận ${code}`))
  await receiver.presses('Đã tiếp nhận', new RegExp(`Đã ghi: Đã tiếp nhận – ${code}`))
}
