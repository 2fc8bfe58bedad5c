import type { RequestParams, Upload } from '../server/request-params.ts'
import { refusals } from './api-error.ts'

/** Parameters of a call, read leniently: forms carry numbers, flags and objects as text. */
export interface MethodParams {
  text(name: string): string | undefined
  number(name: string): number | undefined
  flag(name: string): boolean
  /** An object or array, given as JSON or as JSON text, unchecked; refused when it cannot be parsed. */
  object(name: string): unknown
  upload(name: string): Upload | undefined
}

export function methodParams({ values, uploads }: RequestParams): MethodParams {
  const given = (name: string): unknown => (values[name] === null ? undefined : values[name])
  return {
    text: (name) => {
      const value = given(name)
      return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
    },
    number: (name) => {
      const value = given(name)
      const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
      return typeof number === 'number' && Number.isFinite(number) ? Math.trunc(number) : undefined
    },
    flag: (name) => [true, 'true', 'True', '1', 1].includes(given(name) as string),
    object: (name) => {
      const value = given(name)
      if (typeof value !== 'string') return value
      if (value.trim() === '') return undefined
      try {
        return JSON.parse(value) as unknown
      } catch {
        throw refusals.badRequest(`can't parse ${name.replaceAll('_', ' ')} JSON object`)
      }
    },
    upload: (name) => uploads[name],
  }
}
