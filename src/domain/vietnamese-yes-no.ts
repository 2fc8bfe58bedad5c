import { plain, withoutParticles } from './vietnamese-text.ts'

const yes = new Set(
  'co,co roi,da co,dung,dung vay,dung roi,phai,dong y,toi dong y,nhat tri,u,uh,um,vang,da,da vang,da co roi,duoc,duoc roi,roi,da lam,chuan,y,yes,yep,true'.split(
    ',',
  ),
)
const no = new Set(
  'khong,khong co,khong phai,khong dong y,toi khong dong y,khong duoc,ko,k,kg,hong,chua,chua co,chua lam,sai,thoi,n,no,false'.split(
    ',',
  ),
)

/** Yes or no in the usual words, polite endings and diacritics aside; null for anything else. */
export function readYesNo(text: string): boolean | null {
  const said = withoutParticles(plain(text)).replace(/^da (?=co|khong|chua|dung|dong y|phai)/, '')
  if (yes.has(said) || yes.has(plain(text))) return true
  return no.has(said) ? false : null
}
