import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startS3Peer, type S3Peer } from './s3-peer'

let peer: S3Peer
let client: S3Client

beforeAll(async () => {
  peer = await startS3Peer()
  client = new S3Client({
    region: 'eu-test-1',
    endpoint: peer.url,
    forcePathStyle: true,
    credentials: peer,
  })
})
afterAll(async () => {
  client.destroy()
  await peer.close()
})

const begin = async (Key: string): Promise<string> => {
  const { UploadId = '' } = await client.send(
    new CreateMultipartUploadCommand({ Bucket: peer.bucket, Key, ContentType: 'video/mp4' }),
  )
  return UploadId
}

describe('the S3 peer', () => {
  it('puts an upload in parts together in their order, and not before it is ended', async () => {
    const at = { Bucket: peer.bucket, Key: 'media/film (1).mp4' }
    const UploadId = await begin(at.Key)
    const ETags = await Promise.all(
      ['one ', 'two ', 'three'].map(async (Body, index) => {
        const { ETag } = await client.send(
          new UploadPartCommand({ ...at, UploadId, PartNumber: index + 1, Body }),
        )
        return ETag
      }),
    )
    expect(peer.objects.has(at.Key)).toBe(false)
    await client.send(
      new CompleteMultipartUploadCommand({
        ...at,
        UploadId,
        MultipartUpload: { Parts: ETags.map((ETag, at) => ({ ETag, PartNumber: at + 1 })) },
      }),
    )
    const { Body, ContentType } = await client.send(new GetObjectCommand(at))
    expect(await Body?.transformToString()).toBe('one two three')
    expect(ContentType).toBe('video/mp4')
    expect(peer.openUploads()).toBe(0)
  })

  it('forgets an upload that is given up', async () => {
    const at = { Bucket: peer.bucket, Key: 'media/other.mp4' }
    const UploadId = await begin(at.Key)
    expect(peer.openUploads()).toBe(1)
    await client.send(new AbortMultipartUploadCommand({ ...at, UploadId }))
    expect(peer.openUploads()).toBe(0)
    await expect(
      client.send(new UploadPartCommand({ ...at, UploadId, PartNumber: 1, Body: 'late' })),
    ).rejects.toThrow('NoSuchUpload')
  })
})
