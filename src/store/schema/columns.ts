import { text, timestamp, uuid } from 'drizzle-orm/pg-core'

/** A UUIDv7 made in the app. */
export const id = () => uuid('id').primaryKey()

/** An instant of product or machine time, as the table says; always stored with zone. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

/** Text encrypted by the vault (`v1.<key>.<data>`); the name ends in `_sealed`. */
export const sealed = (name: string) => text(name)
