import { narrow, plain, withoutParticles } from './vietnamese-text.ts'

/** What a person can tell a form at any question, besides answering it. */
export type FormVerb =
  | 'back'
  | 'show'
  | 'edit'
  | 'skip'
  | 'later'
  | 'cancel'
  | 'help'
  | 'where'
  | 'next'
  | 'done'
  | 'confirm'
  | 'send'
  | 'add'
  | 'remove'
  | 'move'
  | 'examples'

/** `at`: the number that was said (`sửa 3`, `xoá 3.2`); `to`: where an item is moved. */
export interface SaidVerb {
  verb: FormVerb
  at?: string
  to?: string
  /** The number counts items (`sửa việc 2`), not questions. */
  item?: boolean
}

const words: Record<FormVerb, string> = {
  back: 'quay lai,lui,lui lai,tro lai,cau truoc,quay lai cau truoc,back',
  show: 'xem,xem lai,xem phieu,xem ban nhap,xem tat ca,show',
  edit: 'sua,chinh sua,sua lai,edit',
  skip: 'bo qua,bo qua cau nay,cau sau,khong tra loi,skip',
  later: 'de sau,lam sau,tam dung,de luc khac,de mai,mai lam tiep,luu lai,later,pause',
  cancel: 'huy,huy bo,huy phieu,cancel',
  help: 'tro giup,huong dan,giup,giup toi,help',
  where:
    'dang o cau nao,toi dang o cau nao,o cau nao,dang o dau,toi dang o dau,cau may,cau may roi,con may cau,where',
  next: 'tiep,tiep tuc,lam tiep,giu,giu nguyen,nhu cu,next,continue,keep',
  done: 'xong,xong roi,het,het roi,da xong,du roi,done',
  confirm: 'xac nhan,dong y,dung roi,confirm',
  send: 'gui,gui luon,gui di,nop,nop luon,dong y gui,send',
  add: 'them,them viec,them viec lam,them nua,them mot viec,con nua,add',
  remove: 'xoa,bo,remove,delete',
  move: 'chuyen,doi,doi cho,dua,move',
  examples:
    'vi du,mau,goi y,xem vi du,xem mau,xem goi y,mang sang,mang viec sang,viec cu,viec chua xong,examples,carry over',
}

const verbs = new Map<string, FormVerb>()
for (const [verb, list] of Object.entries(words) as [FormVerb, string][])
  for (const phrase of list.split(',')) {
    verbs.set(phrase, verb)
    verbs.set(phrase.replaceAll(' ', ''), verb)
  }

const numbered =
  /^(sua|sua lai|chinh sua|chinh|edit|xoa|bo|remove|delete)(?: (?:cau|dong|so|(viec lam|viec|muc|y|item)))? ?(\d+(?:\.\d+){0,2})$/
const moved =
  /^(?:chuyen|doi cho|doi|dua|move) (?:(?:cau|muc|viec|viec lam|so|item) )?(\d+(?:\.\d+)?)(?: (?:len|xuong|ve|voi|sang|cho|to|thanh))*(?: (?:cau|muc|viec|so|thu|vi tri))? (\d+)$/

/**
 * The verb that a whole message is, with or without diacritics, case, `/`, polite endings or a full stop;
 * null when it says something else. Whether a verb makes sense now is for the form to judge.
 */
export function readVerb(text: string): SaidVerb | null {
  if (narrow(text) === '?') return { verb: 'help' }
  const said = withoutParticles(plain(text).replace(/^\/(?=\w)/, ''))
  const verb = verbs.get(said)
  if (verb) return { verb }
  const target = numbered.exec(said)
  if (target) {
    const verb = /^(?:sua|chinh|edit)/.test(said) ? 'edit' : 'remove'
    return { verb, at: target[3]!, ...(target[2] ? { item: true } : {}) }
  }
  const move = moved.exec(said)
  return move ? { verb: 'move', at: move[1]!, to: move[2]! } : null
}
