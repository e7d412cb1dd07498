;;; Works the server from Emacs as a person does, and writes what it saw to the file that $SEEN names, as JSON. -*- lexical-binding: t -*-

(package-initialize)
(require 'eglot)
(require 'json)

(defvar seen nil "What to write, last first.")

(defun note (key value) (push (cons key value) seen))

(defun await (what ready)
  "Let Emacs work until READY returns something, and return that."
  (let ((deadline (+ (float-time) 60)) answer)
    (while (not (setq answer (funcall ready)))
      (when (> (float-time) deadline) (error "%s did not come" what))
      (accept-process-output nil 0.02))
    answer))

(defun problems ()
  "What is reported, as a vector of rule@line."
  (vconcat (mapcar (lambda (diagnostic)
                     (let ((reported (alist-get 'eglot-lsp-diag (flymake-diagnostic-data diagnostic))))
                       (format "%s@%d" (plist-get reported :code)
                               (1+ (plist-get (plist-get (plist-get reported :range) :start) :line)))))
                   (flymake-diagnostics))))

(defun go-to-line (line column)
  "Move to LINE, from 1, and COLUMN, from 0."
  (goto-char (point-min))
  (forward-line (1- line))
  (move-to-column column))

(defun ask (method &rest more)
  "The server's answer to METHOD about the place where the cursor is."
  (jsonrpc-request (eglot--current-server-or-lose) method (append (eglot--TextDocumentPositionParams) more)))

(defun tell-changes ()
  "Tell the server about edits, as Emacs does as soon as nobody types, which it never notices here."
  (eglot--signal-textDocument/didChange)
  (flymake-start))

(defun work ()
  "Use the server from its start to its end."
  (unless (memq 'eglot-ensure nxml-mode-hook) (error "The configuration starts no server"))
  ;; What the hook does as soon as Emacs waits for a key, which it never does here.
  (let ((eglot-sync-connect 60)) (apply #'eglot (eglot--guess-contact)))
  ;; Flymake waits until the buffer is shown, which it never is.
  (flymake-start)
  (await "Its problems" #'flymake-diagnostics)
  (note 'problems (problems))

  (go-to-line 4 2)
  (note 'completion (vconcat (mapcar #'substring-no-properties
                                     (all-completions "" (nth 2 (eglot-completion-at-point))))))
  (go-to-line 3 30)
  (note 'hover (plist-get (plist-get (ask :textDocument/hover) :contents) :value))

  (go-to-line 3 72)
  (let ((action (seq-first (eglot-code-actions (point) (point) "quickfix"))))
    (note 'action (plist-get action :title))
    (eglot--apply-workspace-edit (plist-get action :edit)))
  (go-to-line 3 0)
  (note 'mended (buffer-substring-no-properties (line-beginning-position) (line-end-position)))
  (tell-changes)
  (await "The end of the problem that was mended" (lambda () (= (length (flymake-diagnostics)) 1)))
  (note 'left (problems))

  (go-to-line 6 0)
  (search-forward "TRUE")
  (replace-match "true" t t)
  (tell-changes)
  (await "The end of the other one" (lambda () (null (flymake-diagnostics))))

  (let* ((server (eglot--current-server-or-lose))
         (process (jsonrpc--process server)))
    (eglot-shutdown server)
    (await "The end of the server" (lambda () (not (process-live-p process))))
    (note 'stopped t)))

(condition-case trouble (work) (error (note 'trouble (error-message-string trouble))))
(write-region (json-encode seen) nil (getenv "SEEN"))
(set-buffer-modified-p nil)
