import type { Command } from 'commander'
import { programmeJsonSchema } from '../domain/programme.ts'
import type { CliDeps } from './cli-deps.ts'

/** `schema programme`: the JSON Schema of a programme file, for editors and checks. */
export function registerSchema(program: Command, { print }: CliDeps): void {
  const schema = program.command('schema')
  schema.command('programme').action(() => print(JSON.stringify(programmeJsonSchema(), null, 2)))
}
