import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { packageRoot } from '../../src/package-root.ts'
import { reachableTmp } from '../support/reachable-tmp.ts'
import { makeCity, writeRoster } from './city.ts'
import { filesReport, joins, planOf, reportOf, sends, writesPlan } from './errands.ts'
import { telegramTalker, zaloTalker } from './people.ts'
import { startPlatforms, type Platforms } from './platforms.ts'
import { freePort, installProduct, type Product } from './service-process.ts'

const PROGRAMME = join(packageRoot(), 'programmes', 'lai-chau-2023.yaml')

let folder: string
let platforms: Platforms
let product: Product

beforeAll(async () => {
  folder = await mkdtemp(join(await reachableTmp(), 'nhipquy-journey-'))
  // As root the database server runs as another user, who has to walk through.
  await chmod(folder, 0o711)
  platforms = await startPlatforms({ zalo: { allowHttp: true } })
  const port = await freePort()
  const settings = {
    ...platforms.settings,
    DATA_DIR: join(folder, 'data'),
    CLOCK_START: '2023-01-02T07:00:00+07:00',
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
  }
  product = await installProduct(settings, folder)
}, 120_000)
afterAll(async () => {
  await product?.close()
  await platforms?.close()
  await rm(folder, { recursive: true, force: true })
}, 90_000)

test('an empty directory becomes a bot in use, called by webhooks; a restart goes on where it was', async () => {
  const telegram = platforms.telegram.control
  const zalo = platforms.zalo.control
  let service = await product.start()
  const city = makeCity(4)
  const files = await writeRoster(folder, city)
  expect(await product.command('import', 'units', files.units)).toContain('thêm 6')
  expect(await product.command('import', 'members', files.members)).toContain('thêm 20')
  await product.command('import', 'programme', PROGRAMME, '--publish')
  await product.command('setup', '--controller', 'Đảng ủy Mẫu', '--contact', 'Văn phòng')
  expect(await product.command('go-live', 'lai-chau-2023', '--from', '2023-01-02', '--yes')).toContain(
    'được dùng từ 02/01/2023',
  )
  const invited: unknown = JSON.parse(await product.command('invite', '--unit', 'CQ', '--json'))
  const codes = new Map(
    (invited as { member: string; code: string }[]).map((each) => [each.member, each.code]),
  )

  const head = city.find(({ unit, role }) => unit === 'CQ' && role === 'secretary')!
  const deputy = city.find(({ unit, role }) => unit === 'CQ' && role === 'deputy')!
  expect([head.channel, deputy.channel]).toEqual(['telegram', 'zalo'])
  const secretary = telegramTalker(telegram, telegram.createUser({ firstName: head.name }).id)
  zalo.createUser({ key: deputy.code, displayName: deputy.name })
  const author = zaloTalker(zalo, deputy.code, { polled: false })
  await joins(secretary, codes.get(head.code)!)
  await joins(author, codes.get(deputy.code)!)

  const plan = planOf(deputy.code)
  await author.says('/dangky', /bot lưu bản đăng ký/)
  await author.says('đồng ý', /Câu 1\/6/)
  await author.says(plan.fields[0], /Câu 2\/6/)
  await author.says(plan.fields[1], /Câu 3\/6/)

  expect(await service.stop()).toBe(0)
  const data = await readdir(join(folder, 'data', 'postgres-18'))
  expect(data).toContain('PG_VERSION')
  expect(data).not.toContain('postmaster.pid')
  // Telegram keeps what is said meanwhile.
  const asked = telegram.start({ user: telegram.users()[0]!.id })
  service = await product.start()
  await telegram.waitForMessage((line) => line.author === 'bot' && line.seq > asked.seq, 60_000)

  const look = await writesPlan(author, plan, 2)
  for (const answer of [...plan.fields, plan.deed, plan.when]) expect(look).toContain(answer)
  const mark = secretary.mark()
  const code = await sends(author)
  expect(await secretary.hears(new RegExp(`Có bản mới chờ trả lời: ${code}`), mark)).toContain(plan.deed)
  const received = author.mark()
  await secretary.presses('Đã tiếp nhận', new RegExp(`Đã ghi: Đã tiếp nhận – ${code}`))
  expect(await author.hears(/Có trả lời cho bản/, received)).toContain('Đã tiếp nhận')

  await product.command('clock', 'set', '2023-03-06T09:00:00+07:00')
  const report = reportOf('CQ', 'Dũng (ốm)', '5/3')
  const filed = await filesReport(secretary, report)
  expect(filed.look).toContain('có mặt 3/4; vắng có lý do: Giàng Mẫu Dũng')
  const exported: unknown = JSON.parse(await product.command('export', 'submissions', '--json'))
  expect((exported as { code: string }[]).map((row) => row.code).sort()).toEqual([filed.code, code].sort())

  expect(await service.stop()).toBe(0)
  const log = product.log()
  for (const secret of [...city.map(({ name }) => name), ...plan.fields, report.content, 'end-to-end']) {
    expect(log).not.toContain(secret)
  }
}, 240_000)
