/** Lists that the office takes out of chat, besides the tables of a quarter. */
export const EXPORT_LISTS = ['work', 'joined', 'filed', 'totals'] as const
export type ExportList = (typeof EXPORT_LISTS)[number]

/** Columns of each list, by the key of their heading (`export-head-…`), with their widths in a spreadsheet. */
export const EXPORT_COLUMNS: Record<ExportList, readonly (readonly [key: string, width: number])[]> = {
  work: [
    ['unit', 30],
    ['member', 12],
    ['name', 26],
    ['task', 40],
    ['period', 10],
    ['due', 12],
    ['state', 14],
    ['done', 12],
    ['code', 12],
  ],
  joined: [
    ['unit', 30],
    ['member', 12],
    ['name', 26],
    ['joined', 18],
  ],
  filed: [
    ['unit', 30],
    ['task', 40],
    ['period', 10],
    ['member', 12],
    ['code', 12],
    ['version', 10],
    ['filed', 12],
    ['late', 8],
    ['figures', 40],
  ],
  totals: [
    ['unit', 30],
    ['task', 40],
    ['period', 10],
    ['count', 10],
    ['whole', 10],
    ['deeds', 10],
    ['version', 10],
    ['current', 12],
    ['stated', 12],
  ],
}
