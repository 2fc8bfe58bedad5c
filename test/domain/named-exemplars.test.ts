import { expect, test } from 'vitest'
import { findNamed } from '../../src/domain/named-exemplars.ts'

const PEOPLE = ['Mẫu Thị Lan', 'Mẫu Văn Hùng', 'Mẫu Văn Hưng', 'Vàng Mẫu Hoa', 'Lò Mẫu Hoa'].map((name) => ({
  personId: name,
  name,
}))

test.each([
  ['Mẫu Thị Lan: giúp 3 hộ nghèo', ['Mẫu Thị Lan']],
  ['đồng chí Lan giúp 3 hộ nghèo', ['Mẫu Thị Lan']],
  ['Tuyên dương (đ/c Hùng), tổ 3', ['Mẫu Văn Hùng']],
  ['Đ/c HÙNG và chị Lan.', ['Mẫu Thị Lan', 'Mẫu Văn Hùng']],
  ['dong chi Lan giup 3 ho ngheo', ['Mẫu Thị Lan']],
  // Two bear this name, two names differ by their marks alone, and a word that is no name.
  ['đồng chí Hoa làm tốt việc trồng hoa', []],
  ['Lò Mẫu Hoa và đồng chí Hưng', ['Lò Mẫu Hoa', 'Mẫu Văn Hưng']],
  ['Mô hình trồng phong lan của tổ 3', []],
  ['Tập thể chi bộ', []],
])('%s', (text, named) => {
  expect(findNamed(text, PEOPLE).map(({ name }) => name)).toEqual(named)
})
