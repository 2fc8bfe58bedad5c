import { type Programme, programmeSchema } from '../../src/domain/programme.ts'

/** A programme as small as it can be: a pledge, a report and a duty without a form. */
export function smallProgramme(): Programme {
  return programmeSchema.parse({
    code: 'mau-2026',
    issuing_body: 'Đảng ủy phường Mẫu',
    title: 'Kế hoạch mẫu 2026',
    year: 2026,
    vocabulary: {
      unit_kinds: { 'committee-commune': 'Đảng ủy', 'cell-street': 'Chi bộ tổ dân phố' },
      categories: { 'party-member': 'Đảng viên' },
    },
    topics: {
      quarter: {
        mode: 'fixed',
        items: [
          {
            code: 'q1',
            title: 'Nêu cao trách nhiệm nêu gương',
            quarter: 1,
            brief: 'Nội dung mẫu để thử.',
            what_to_do: 'Đọc tài liệu trước buổi sinh hoạt.',
            materials: [{ title: 'Tài liệu mẫu', link: 'https://example.test/tai-lieu' }],
          },
        ],
      },
    },
    obligations: [
      {
        code: 'pledge',
        title: 'Bản đăng ký cá nhân',
        section: 'II.3',
        kind: 'pledge',
        subject: 'person',
        audience: { everyone: true },
        due: 'trước ngày 10/3/2026',
        form: 'pledge',
        route: { to: 'own-unit' },
      },
      {
        code: 'report',
        title: 'Báo cáo sinh hoạt quý I',
        section: 'II.4',
        kind: 'session-report',
        subject: 'unit',
        audience: { unit_kinds: ['cell-*'] },
        due: 'trước ngày 10/3/2026',
        form: 'report',
        route: { to: 'parent-unit' },
      },
      {
        code: 'plan',
        title: 'Kế hoạch của chi bộ',
        section: 'II.1',
        kind: 'plan',
        subject: 'unit',
        audience: { unit_kinds: ['cell-*'] },
        due: 'trước ngày 10/3/2026',
      },
    ],
    forms: [
      {
        code: 'pledge',
        title: 'Bản đăng ký',
        fields: [
          {
            id: 'deeds',
            label: 'Việc làm theo',
            kind: 'group',
            item: 'việc làm',
            deeds: true,
            deed_kind: 'sort',
            measure: 'deeds_individual',
            fields: [
              { id: 'content', label: 'Nội dung', kind: 'short-text' },
              {
                id: 'sort',
                label: 'Loại việc',
                kind: 'choice',
                options: [
                  { id: 'mending', label: 'Khắc phục hạn chế' },
                  { id: 'breakthrough', label: 'Đột phá' },
                ],
              },
            ],
          },
        ],
      },
      {
        code: 'report',
        title: 'Báo cáo',
        fields: [
          { id: 'held_on', label: 'Ngày sinh hoạt', kind: 'date', past_only: true },
          { id: 'attendance', label: 'Có mặt, vắng', kind: 'people', measure: 'members' },
          { id: 'content', label: 'Nội dung chính', kind: 'long-text' },
          { id: 'photo', label: 'Ảnh buổi sinh hoạt', kind: 'photo', optional: true },
        ],
      },
    ],
  })
}
