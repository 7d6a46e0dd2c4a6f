'use client'

import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { callCommand } from './call-command'
import type { CommandAction } from './command-action'
import { useOwnDialogs } from './own-dialogs'

/**
 * Runs commands from buttons: those that ask for something open their dialog, or the one that their
 * plugin has for them; the others run at once.
 * Afterwards the record that came of it is opened, or the page is read again.
 */
export const useAction = ({ onDone }: { onDone?: () => void } = {}) => {
  const router = useRouter()
  const ownDialogs = useOwnDialogs()
  const [open, setOpen] = useState<CommandAction | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [secret, setSecret] = useState<Secret | null>(null)

  const succeed = ({ action, result }: { action: CommandAction; result: unknown }) => {
    toast.success(action.done)
    const revealed = textIn({ result, key: action.reveals?.key })
    if (action.reveals && revealed !== null) {
      setSecret({ title: action.reveals.title, text: action.reveals.text, secret: revealed })
      return
    }
    const id = idIn({ action, result })
    // A whole navigation: a live event that refreshes this page would cancel a soft one under way.
    if (id) window.location.assign(`/admin/collections/${action.opens?.collection}/${id}`)
    else {
      onDone?.()
      router.refresh()
    }
  }

  const start = (action: CommandAction) => {
    const openOwn = ownDialogs[action.command]
    if (openOwn) {
      openOwn({
        action,
        onDone: () => {
          onDone?.()
          router.refresh()
        },
      })
      return
    }
    if (action.text || (action.fields?.length ?? 0) > 0) {
      setOpen(action)
      return
    }
    setBusy(true)
    void callCommand({ command: action.command, input: action.input, key: crypto.randomUUID() })
      .then((answer) => {
        if (answer.ok) succeed({ action, result: answer.result })
        else toast.error(answer.message, { duration: 8_000 })
      })
      .finally(() => setBusy(false))
  }

  return {
    open,
    isBusy,
    start,
    secret,
    hideSecret: () => {
      setSecret(null)
      onDone?.()
      router.refresh()
    },
    close: () => setOpen(null),
    finish: (result: unknown) => {
      if (open) succeed({ action: open, result })
      setOpen(null)
    },
  }
}

type Secret = { title: string; text: string; secret: string }

const idIn = ({ action, result }: { action: CommandAction; result: unknown }): string | null =>
  textIn({ result, key: action.opens?.key })

const textIn = ({ result, key }: { result: unknown; key: string | undefined }): string | null => {
  if (key === undefined || typeof result !== 'object' || result === null) return null
  const text: unknown = Reflect.get(result, key)
  return typeof text === 'string' ? text : null
}
