const DEEDS = {
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
}

/** A pledge with deeds and a photo, one more in the second half, a duty of one's own, and the unit's report. */
export const PERSON_PROGRAMME = {
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
        { code: 'q1', title: 'Nêu gương', quarter: 1, brief: 'Nội dung mẫu.', what_to_do: 'Đọc tài liệu.' },
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
      audience: { unit_kinds: ['cell-*'] },
      due: 'trước ngày 10/3/2026',
      form: 'pledge',
      route: { to: 'own-unit' },
    },
    {
      code: 'second',
      title: 'Bản bổ sung',
      section: 'II.5',
      kind: 'pledge',
      subject: 'person',
      audience: { unit_kinds: ['cell-*'] },
      due: 'trước ngày 20/3/2026',
      form: 'pledge',
    },
    {
      code: 'plan',
      title: 'Kế hoạch riêng',
      section: 'II.1',
      kind: 'plan',
      subject: 'person',
      audience: { unit_kinds: ['cell-*'] },
      due: 'trước ngày 10/3/2026',
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
    },
  ],
  forms: [
    {
      code: 'pledge',
      title: 'Bản đăng ký',
      fields: [DEEDS, { id: 'photo', label: 'Ảnh', kind: 'photo', optional: true }],
    },
    {
      code: 'report',
      title: 'Báo cáo',
      fields: [
        { id: 'held_on', label: 'Ngày sinh hoạt', kind: 'date', past_only: true },
        { id: 'attendance', label: 'Có mặt, vắng', kind: 'people', measure: 'members' },
        { id: 'content', label: 'Nội dung chính', kind: 'long-text' },
      ],
    },
  ],
}
