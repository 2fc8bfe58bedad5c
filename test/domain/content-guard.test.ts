import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decideContent, passesLuhn, type GuardReason } from '../../src/domain/content-guard.ts'

const TABLE: [text: string, reason: GuardReason | null][] = [
  ['MẬT', 'secrecy-mark'],
  ['TỐI MẬT', 'secrecy-mark'],
  ['TUYỆT  MẬT\nSố 12-BC/ĐU', 'secrecy-mark'],
  ['Gửi đồng chí văn bản MẬT số 12', 'secrecy-mark'],
  ['Độ mật: Mật', 'secrecy-mark'],
  ['độ mật: tối mật', 'secrecy-mark'],
  ['ĐỘ MẬT : TUYỆT MẬT', 'secrecy-mark'],
  ['CV-12_MẬT.pdf', 'secrecy-mark'],
  ['(MẬT)', 'secrecy-mark'],
  ['MẬT\nBÁO CÁO tình hình', 'secrecy-mark'],
  ['độ mật: không', null],
  ['gắn bó mật thiết với Nhân dân', null],
  ['GẮN BÓ MẬT THIẾT VỚI NHÂN DÂN', null],
  ['giữ bí mật nhà nước', null],
  ['BẢO VỆ BÍ MẬT NHÀ NƯỚC', null],
  ['công tác BẢO MẬT', null],
  ['mật độ dân số', null],
  ['MẬT ĐỘ DÂN SỐ', null],
  ['Mật ong rừng', null],
  ['Mật', null],
  ['số CCCD 001085012345', 'identity-number'],
  ['001085012345', 'identity-number'],
  ['căn cước: 001 085 012 345', 'identity-number'],
  ['001 085 012 345', 'identity-number'],
  ['Căn cước công dân số: 112233445566', 'identity-number'],
  ['CMND 123456789', 'identity-number'],
  ['123456789', 'identity-number'],
  ['chứng minh nhân dân số 123 456 789', 'identity-number'],
  ['012345678901.jpg', 'identity-number'],
  ['tổng số 123456789 đồng', null],
  ['150000000', null],
  ['120.000.000.000 đồng', null],
  ['120000000000 đồng', null],
  ['gọi tôi theo số 0912345678', null],
  ['0912345678 12 giờ', null],
  ['0912.345.678 hoặc 0987 654 321', null],
  ['+84912345678', null],
  ['ngày 09/03/2026, 17:00', null],
  ['IMG_202603091230.jpg', null],
  ['20260309123045.jpg', null],
  ['Kế hoạch số 123/KH-UBND ngày 01/02/2026', null],
  ['2023 2024 2025 2026', null],
  ['đủ 23/25, 98,3 %', null],
  ['thẻ 4111 1111 1111 1111', 'card-number'],
  ['4111-1111-1111-1111', 'card-number'],
  ['4111111111111111', 'card-number'],
  ['378282246310005', 'card-number'],
  ['3782 822463 10005', 'card-number'],
  ['4111 1111 1111 1112', null],
  ['số tài khoản 0011001234567 VCB', 'bank-account'],
  ['STK: 19034567890', 'bank-account'],
  ['chuyển vào tài khoản số 1903 4567 890', 'bank-account'],
  ['tài khoản mạng xã hội của đoàn viên, 12 người', null],
  ['https://example.org/a/112233445566', null],
]

describe('content guard', () => {
  test.each(TABLE)('%s: %s', (text, reason) => {
    expect(decideContent([text])).toBe(reason)
    expect(decideContent([undefined, text.normalize('NFD')])).toBe(reason)
  })

  test('a caption and a file name are read like a text', () => {
    expect(decideContent([undefined, 'ảnh buổi sinh hoạt', 'MẬT.jpg'])).toBe('secrecy-mark')
  })

  test('every number that passes the check digit is a card, with blanks, dashes or nothing', () => {
    const body = fc.stringMatching(/^4\d{14}$/)
    fc.assert(
      fc.property(body, fc.constantFrom('', ' ', '-'), (digits, separator) => {
        const check = '0123456789'.split('').find((digit) => passesLuhn(digits + digit))!
        const groups = (digits + check).match(/\d{4}/g)!
        expect(decideContent([`thẻ: ${groups.join(separator)} nhé`])).toBe('card-number')
      }),
    )
  })

  test('words, small figures, dates and telephone numbers always pass', () => {
    const word = fc.constantFrom('mật thiết', 'bí mật', 'sinh hoạt', 'quý', 'đủ', 'vắng', 'lý do', 'hộ')
    const figure = fc.oneof(
      fc.integer({ min: 0, max: 99_999_999 }).map(String),
      fc.integer({ min: 1000, max: 999_999 }).map((n) => `${n}.000.000 đồng`),
      fc.stringMatching(/^0[3-9]\d{8}$/),
      fc
        .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
        .map((d) => d.toISOString().slice(0, 10).split('-').reverse().join('/')),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(word, figure), { maxLength: 6 }), (parts) => {
        expect(decideContent([parts.map(([a, b]) => `${a} ${b}`).join(', ')])).toBeNull()
      }),
    )
  })
})
