import { bytesOf, imageType } from '../server/images.ts'
import { fetchLoopbackFile } from '../server/loopback.ts'
import { refusals } from './api-error.ts'
import type { MethodParams } from './method-params.ts'
import type { StoredFile } from './model.ts'
import type { World } from './world.ts'

/** What the cloud server takes as upload (core.telegram.org/bots/api, Sending files). */
const MAX_UPLOAD_BYTES = 50 * 1024 * 1024

export interface FileFacts {
  folder: 'photos' | 'documents'
  name: string
  type: string
}

/** Keeps a file and gives it its ids and its path for downloads. */
export function storeFile(world: World, data: Uint8Array | string, facts: FileFacts): StoredFile {
  const bytes = bytesOf(data)
  const number = world.store.next('file')
  const extension = /\.\w{1,5}$/.exec(facts.name)?.[0] ?? (facts.folder === 'photos' ? '.jpg' : '')
  const file: StoredFile = {
    fileId: `PLAYGROUND-${facts.folder}-${number}`,
    uniqueId: `pg${number}`,
    path: `${facts.folder}/file_${number}${extension}`,
    name: facts.name,
    type: facts.type,
    size: bytes.length,
    base64: Buffer.from(bytes).toString('base64'),
  }
  world.files.put(file.fileId, file)
  return file
}

/**
 * The file a bot sends: a file_id, an HTTP URL (here loopback only),
 * or multipart, directly or as `attach://name`. Throws `ApiError`.
 */
export async function receiveFile(
  world: World,
  params: MethodParams,
  field: string,
  folder: FileFacts['folder'],
  named?: string,
): Promise<StoredFile> {
  const reference = named ?? params.text(field)
  const attached = reference?.startsWith('attach://') ? reference.slice('attach://'.length) : field
  const upload = params.upload(attached)
  if (upload) {
    if (upload.bytes.length > MAX_UPLOAD_BYTES) throw refusals.uploadTooBig()
    return checked(world, upload.bytes, { folder, name: upload.name, type: upload.type })
  }
  if (!reference) throw refusals.noFile(folder === 'photos' ? 'photo' : 'document')
  const known = world.files.get(reference)
  if (known) return known
  if (!/^https?:\/\//.test(reference)) throw refusals.wrongFile()
  const fetched = await fetchLoopbackFile(reference)
  if (!fetched) throw refusals.urlFailed()
  return checked(world, fetched.bytes, { folder, name: fetched.name, type: fetched.type })
}

function checked(world: World, bytes: Uint8Array, facts: FileFacts): StoredFile {
  if (facts.folder === 'photos' && !imageType(bytes)) throw refusals.notAnImage()
  return storeFile(world, bytes, facts)
}

/** The content fields of a message that carries the file. */
export function fileFields(file: StoredFile, folder: FileFacts['folder']): Record<string, unknown> {
  const ids = { file_id: file.fileId, file_unique_id: file.uniqueId, file_size: file.size }
  if (folder === 'photos') return { photo: [{ ...ids, width: 800, height: 600 }] }
  return { document: { ...ids, file_name: file.name, mime_type: file.type || 'application/octet-stream' } }
}
