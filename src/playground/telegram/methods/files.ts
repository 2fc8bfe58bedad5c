import type { LocalAnswer } from '../../server/listen.ts'
import { refusals } from '../api-error.ts'
import type { Method } from '../platform.ts'
import type { World } from '../world.ts'

/** "bots can download files of up to 20MB in size" (getFile). */
const MAX_DOWNLOAD_BYTES = 20 * 1024 * 1024

export const getFile: Method = ({ world, params }) => {
  const file = world.files.get(params.text('file_id') ?? '')
  if (!file) throw refusals.invalidFileId()
  if (file.size > MAX_DOWNLOAD_BYTES) throw refusals.downloadTooBig()
  return {
    file_id: file.fileId,
    file_unique_id: file.uniqueId,
    file_size: file.size,
    file_path: file.path,
  }
}

/** The bytes behind `/file/bot<token>/<file_path>`, or null. */
export function downloadFile(world: World, path: string): LocalAnswer | null {
  const file = world.files.values().find((one) => one.path === path)
  if (!file) return null
  return { status: 200, contentType: 'application/octet-stream', body: Buffer.from(file.base64, 'base64') }
}
