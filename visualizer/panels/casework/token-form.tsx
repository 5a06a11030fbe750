/** Asks for the token where an answer needs it, and takes it back. */
import type { VNode } from 'preact'
import { heldToken, holdToken } from '../../api/access.ts'
import { forget } from '../../api/resource.ts'
import { t } from '../../text/translate.ts'

/** What was answered with one token is not what is answered with another. */
function change (token: string | null): void {
  forget()
  holdToken(token)
}

/** Shown after a refusal: a token that is held by then was a wrong one. */
export function TokenForm (): VNode {
  return (
    <form class='token-form' aria-label={t('token.form')} onSubmit={event => { event.preventDefault(); change(String(new FormData(event.currentTarget).get('token')).trim()) }}>
      {heldToken.value !== null && <p role='alert' class='field-problem'>{t('token.wrong')}</p>}
      <label>{t('token.label')} <input type='password' name='token' required pattern='[ -~]*[!-~][ -~]*' title={t('token.characters')} autocomplete='off' /></label>
      <p class='actions'><button type='submit' class='button primary'>{t('token.use')}</button>{heldToken.value !== null && <> <ForgetButton /></>}</p>
      <p class='hint'>{t('token.hint')}</p>
    </form>
  )
}

/** For the screens of brokers: that a token is in use in this tab, and the way to be rid of it. */
export const TokenHeld = (): VNode | null => heldToken.value === null ? null : <p class='hint'>{t('token.held')} <ForgetButton /></p>

const ForgetButton = (): VNode => <button type='button' class='text-button' onClick={() => change(null)}>{t('token.forget')}</button>
