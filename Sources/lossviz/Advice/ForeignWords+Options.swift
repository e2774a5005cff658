extension ForeignWords {
  /// Options of scripts for PyTorch, InsightFace, matplotlib and the like.
  static let options: KeyValuePairs<String, Meaning> = [
    "margin mar marg additive-margin margin-value": .option("m"),
    "scale-factor feat-scale feature-scale radius feature-norm scalar": .option("s"),
    "scale sc": .option("s"),
    "temperature temp tau t": .inverse("s"),
    "margin1 m-1 angle-factor": .option("m1"),
    "margin2 m-2 arc-margin m-arc": .option("m2"),
    "margin3 m-3 cos-margin m-cos": .option("m3"),
    "lr learning-rate learningrate base-lr init-lr eta step-size lrate": .option("rate"),
    "batch-size batchsize bs b mini-batch minibatch train-batch-size"
      + " per-device-batch-size": .option("batch"),
    "epoch num-epochs num-epoch n-epochs max-epochs max-epoch nepochs e total-epoch"
      + " rounds": .option("epochs"),
    "iterations iteration iters iter num-iters n-iter max-iter max-iters max-iterations"
      + " num-steps max-steps n-steps total-step num-updates": .option("steps"),
    "embedding-size embedding-dim embed-dim emb-dim emb-size embedding ndim feature-dim"
      + " feature-size feat-dim features dims dimension dimensions d latent-dim num-features":
      .option("dim"),
    "features feature embeddings feat feats input data file x": .operand,
    "out outfile out-file output-file output-path save save-path save-to save-as savefig"
      + " dest destination file filename file-name image picture plot output-dir out-dir"
      + " save-dir outdir folder dir": .option("output"),
    "dataset datasets data-dir data-path data-root dataroot data-folder root input"
      + " train-data train-dir dataset-path data-name": .option("data"),
    "random-seed manual-seed random-state rng rng-seed seed-value": .option("seed"),
    "opt optim solver optimiser": .option("optimizer"),
    "wd decay l2 weightdecay l2-reg reg": .option("weight-decay"),
    "mom beta1 sgd-momentum": .option("momentum"),
    "workers num-workers cpus num-threads nthreads n-jobs nproc cores j num-cpus"
      + " parallel": .option("threads"),
    "n-jobs parallel workers j processes": .option("jobs"),
    "model arch backbone architecture net hidden hidden-size hidden-dim hidden-sizes"
      + " layers units width-mlp": .option("network"),
    "num-classes n-classes nclasses class-num num-class classnum n-class num-identities"
      + " identities num-ids nc k": .option("classes"),
    "num-samples n-samples samples-per-class per-class n-per-class num-images": .option("samples"),
    "head criterion loss-type loss-function loss-fn loss-name objective margin-type"
      + " losses metric-fc method l": .option("loss"),
    "grad-clip clip-grad max-grad-norm gradient-clip gradient-clipping clip-norm"
      + " clip-grad-norm max-norm gradient-clip-val": .option("clip"),
    "warmup-steps warm-up warmup-iters num-warmup-steps": .option("warmup"),
    "margin-warmup warmup-margin": .option("m-warmup"),
    "label-noise noise-rate noise-ratio noise-level flip flip-rate noisy-labels": .option("noise"),
    "noise-type noise-mode": .option("noise-kind"),
    "lambda-c lamda lmbda lam center-weight center-loss-weight weight-cent lambda-center"
      + " centre-weight": .option("lambda"),
    "alpha-c center-lr lr-cent center-rate center-alpha": .option("alpha"),
    "focusing focal-gamma gamma-focal": .option("gamma"),
    "keep-ratio keep-rate ohem-ratio top-k hard-ratio": .option("keep"),
    "easy-margin easy": .words(["--variant", "easy"]),
    "hard-margin": .words(["--variant", "strict"]),
    "adam adamw use-adam": .words(["--optimizer", "adam"]),
    "sgd": .words(["--optimizer", "sgd"]),
    "dark dark-mode darkmode night": .words(["--theme", "dark"]),
    "light light-mode": .words(["--theme", "light"]),
    "background bg style mode": .option("theme"),
    "cmap colormap colourmap colors colours palet color colour": .option("palette"),
    "ext fmt filetype file-type type extension image-format": .option("format"),
    "views panels panel plots kind": .option("view"),
    "azim azimut": .option("azimuth"),
    "elev tilt": .option("elevation"),
    "xlim ylim axis-limit range lim axis": .option("limit"),
    "names legend label-names classnames class-labels": .option("class-names"),
    "label targets target label-file labels-file y ids": .option("labels"),
    "weight prototypes class-weights head-weights w proxies": .option("weights"),
    "pair pairs-file pair-list": .option("pairs"),
    "frame-rate framerate": .option("fps"),
    "duration length secs": .option("seconds"),
    "cfg conf settings config-file yaml opts params": .option("config"),
    "checkpoint ckpt load resume load-run pretrained weights-path": .option("from-run"),
    "save-model save-checkpoint save-weights": .option("save-run"),
    "csv to-csv save-csv": .option("export-csv"),
    "markdown md": .option("export-markdown"),
    "language locale": .option("lang"),
    "repeats n-seeds num-seeds trials runs-per-setting": .option("seeds"),
    "pair-lists paired": .words(["--zip"]),
    "dry plan": .words(["--dry-run"]),
    "silent no-progress": .words(["--quiet"]),
    "debug verbosity log": .words(["--verbose"]),
    "? usage": .words(["--help"]),
    "ver": .words(["--version"]),
    "gpu gpus gpu-id gpu-ids device devices cuda no-cuda use-cuda cpu mps fp16 amp"
      + " mixed-precision half bf16 local-rank world-size"
      + " distributed": .none("lossviz runs on the processor"),
    "print-freq log-interval log-freq eval-freq save-freq eval-interval test-interval"
      + " display tensorboard wandb visdom use-visdom env": .none("progress is shown anyway"),
    "lr-step lr-schedule scheduler lr-scheduler milestones gamma-lr lr-decay step-lr"
      + " nesterov dropout patience early-stopping pin-memory shuffle use-se augment"
      + " drop-last": .none("lossviz has no such setting"),
    "dpi figsize height fontsize font-size size": .none(
      "--width (points) and --scale (pixels a point) make the size"),
    "tsne umap pca perplexity": .none(
      "features are trained in two dimensions, so nothing is projected"),
  ]
}
